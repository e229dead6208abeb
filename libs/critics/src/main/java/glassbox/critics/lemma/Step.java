package glassbox.critics.lemma;

import java.util.List;

/**
 * A labelled step.
 *
 * @param label canonical, such as {@code S2} or {@code LEMMA 2}
 * @param start UTF-16 offset of its label in the answer
 * @param end offset after its text
 * @param uses labels that its text names, with where
 * @param text its text without the label, spaces made one
 */
record Step(String label, int start, int end, List<Use> uses, String text) {
  Step {
    uses = List.copyOf(uses);
  }

  /** A label named in a text, by its offsets in the answer. */
  record Use(String label, int start, int end) {}
}
