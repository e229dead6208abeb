package glassbox.lab.world.label;

import glassbox.lab.world.facts.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One text to learn from or to be tested on.
 *
 * @param domain the field it belongs to, also a concept on all its characters
 * @param segments in template order; prose alone, or a prompt and an answer with what goes before
 */
public record LabelledText(Domain domain, List<Segment> segments) {

  public LabelledText {
    segments = List.copyOf(segments);
  }

  /** A question and its answer, without context. */
  public static LabelledText dialogue(Domain domain, Phrase prompt, Phrase answer) {
    return dialogue(domain, Optional.empty(), prompt, answer);
  }

  /** A question and its answer. */
  public static LabelledText dialogue(
      Domain domain, Optional<Phrase> context, Phrase prompt, Phrase answer) {
    var segments = new ArrayList<Segment>();
    context.ifPresent(text -> segments.add(segment(domain, SegmentKind.CONTEXT, text)));
    segments.add(segment(domain, SegmentKind.PROMPT, prompt));
    segments.add(segment(domain, SegmentKind.ANSWER, answer));
    return new LabelledText(domain, segments);
  }

  /** A statement. */
  public static LabelledText prose(Domain domain, Phrase text) {
    return new LabelledText(domain, List.of(segment(domain, SegmentKind.PROSE, text)));
  }

  private static Segment segment(Domain domain, SegmentKind kind, Phrase phrase) {
    return new Segment(kind, phrase.with(new Concept(ConceptType.DOMAIN, domain.id())));
  }

  /** The segment of a kind, if there is one. */
  public Optional<Phrase> phrase(SegmentKind kind) {
    return segments.stream()
        .filter(segment -> segment.kind() == kind)
        .map(Segment::phrase)
        .findFirst();
  }

  /** Text of a segment, empty if there is none. */
  public String text(SegmentKind kind) {
    return phrase(kind).map(Phrase::text).orElse("");
  }
}
