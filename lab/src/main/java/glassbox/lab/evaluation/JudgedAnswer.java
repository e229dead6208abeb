package glassbox.lab.evaluation;

import glassbox.lab.training.LabelledExample;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A gold answer and which of its tokens count. What a server or a tool writes does not, nor do
 * words that may as well be others: both are read as they stand.
 *
 * @param text prompt and answer with the concepts of each token
 */
record JudgedAnswer(LabelledExample text) {

  int[] ids() {
    return text.example().ids();
  }

  /** Index of the answer's first id. */
  int from() {
    return text.example().lossFrom();
  }

  /** Indices of the ids that greedy decoding must give. */
  IntStream judged() {
    return IntStream.range(from(), ids().length).filter(this::isJudged);
  }

  boolean isJudged(int index) {
    return text.example().predicts(index) && !carries(index, ConceptType.FREE);
  }

  /** Whether the id at {@code index} can only be known. */
  boolean isKnowledge(int index) {
    return isJudged(index) && carries(index, ConceptType.KNOWLEDGE);
  }

  private boolean carries(int index, ConceptType type) {
    Set<Concept> concepts = text.concepts().get(index);
    return concepts.stream().anyMatch(concept -> concept.type() == type);
  }
}
