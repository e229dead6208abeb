package glassbox.engine.federation;

import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.Joint;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.mixture.TotalVariation;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Concept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Walks an answer through its specialists and through their legible twins side by side, a bounded
 * number of positions at a time. Each side has a combiner of its own, so that a posterior or a gate
 * of the twin follows from what the twin says.
 */
final class Certifier {
  /** Log-probabilities held at once, all specialists and both sides together. */
  private static final long HELD = 8L << 20;

  private static final SessionOptions FULL = SessionOptions.PLAIN.coding(true);
  private static final Comparator<Concept> MOST_ACTIVE =
      Comparator.comparingDouble(Concept::activation)
          .reversed()
          .thenComparingInt(Concept::site)
          .thenComparingInt(Concept::atom);

  private final Lineup lineup;
  private final Combiner combiner;
  private final Combiner twinCombiner;
  private final long held;

  /** Requires that every member has a legible channel. */
  Certifier(Lineup lineup, Combination combination) {
    this(lineup, combination, HELD);
  }

  Certifier(Lineup lineup, Combination combination, long held) {
    this.lineup = lineup;
    this.combiner = new Combiner(combination);
    this.twinCombiner = new Combiner(combination);
    this.held = held;
  }

  /** Requires at least one token of each. Used once. */
  Certificate run(int[] prompt, int[] answer) {
    List<Certificate.Token> tokens = new ArrayList<>(answer.length);
    try (LineupSession full = lineup.open(FULL);
        LineupSession twin = lineup.open(SessionOptions.LEGIBLE)) {
      int[] beginning = Arrays.copyOf(prompt, prompt.length - 1);
      if (beginning.length > 0) {
        full.append(beginning);
        twin.append(beginning);
      }
      int[] read = Arrays.copyOf(new int[] {prompt[prompt.length - 1]}, answer.length);
      System.arraycopy(answer, 0, read, 1, answer.length - 1);
      int chunk = chunk();
      for (int from = 0; from < read.length; from += chunk) {
        int to = Math.min(read.length, from + chunk);
        compare(full, twin, Arrays.copyOfRange(read, from, to), answer, from, tokens);
      }
    }
    return new Certificate(tokens);
  }

  private int chunk() {
    Member first = lineup.members().getFirst();
    long each = 2L * lineup.members().size() * first.model().vocabularySize();
    return (int) Math.clamp(held / each, 1, first.model().contextLength());
  }

  private void compare(
      LineupSession full,
      LineupSession twin,
      int[] read,
      int[] answer,
      int from,
      List<Certificate.Token> tokens) {
    List<SpecialistLogProbs> said = full.appendAll(read);
    List<SpecialistLogProbs> saidByTwin = twin.appendAll(read);
    for (int i = 0; i < read.length; i++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new FederationException.Abandoned();
      }
      int tokenId = answer[from + i];
      Joint joint = combiner.join(said.get(i));
      Joint legible = twinCombiner.join(saidByTwin.get(i));
      int leader = leader(said.get(i).column(tokenId), joint);
      tokens.add(
          new Certificate.Token(
              TotalVariation.of(joint, legible),
              memberDeltas(said.get(i), saidByTwin.get(i)),
              joint.argmax() == legible.argmax(),
              concepts(leader, full.codes(leader, i))));
      combiner.observe(said.get(i).column(tokenId));
      twinCombiner.observe(saidByTwin.get(i).column(tokenId));
    }
  }

  /** The specialist with the largest share of the token; of equal ones the first. */
  private int leader(float[] column, Joint joint) {
    double[] shares = combiner.shares(column, joint.ensembled());
    int leader = 0;
    for (int i = 1; i < shares.length; i++) {
      leader = shares[i] > shares[leader] ? i : leader;
    }
    return leader;
  }

  private static List<Double> memberDeltas(SpecialistLogProbs said, SpecialistLogProbs byTwin) {
    List<Double> deltas = new ArrayList<>(said.specialists());
    for (int i = 0; i < said.specialists(); i++) {
      deltas.add(TotalVariation.of(said, byTwin, i));
    }
    return deltas;
  }

  private static List<Concept> concepts(int specialist, List<SparseCode> codes) {
    List<Concept> concepts = new ArrayList<>();
    for (int layer = 0; layer < codes.size(); layer++) {
      SparseCode code = codes.get(layer);
      for (int i = 0; i < Math.min(Concept.MOST, code.size()); i++) {
        concepts.add(new Concept(specialist, layer, code.atom(i), code.activation(i)));
      }
    }
    concepts.sort(MOST_ACTIVE);
    return concepts.subList(0, Math.min(Concept.MOST, concepts.size()));
  }
}
