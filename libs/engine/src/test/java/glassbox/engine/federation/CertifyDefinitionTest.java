package glassbox.engine.federation;

import static glassbox.engine.federation.Certifying.BASE;
import static glassbox.engine.federation.Certifying.LOGS;
import static glassbox.engine.federation.Certifying.OTHER;
import static glassbox.engine.federation.Certifying.block;
import static glassbox.engine.federation.Certifying.certificate;
import static glassbox.engine.federation.Certifying.content;
import static glassbox.engine.federation.Certifying.federation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.SessionOptions;
import glassbox.engine.forward.SparseCode;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.Concept;
import glassbox.ledger.block.TokenBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definition of a certificate, written out over the readable decoder. */
class CertifyDefinitionTest {
  @TempDir static Path folder;
  private static TinyFederation slow;

  @BeforeAll
  static void load() throws IOException {
    slow = TinyFederation.legibleReference(folder, BASE, OTHER);
  }

  @AfterAll
  static void close() {
    slow.close();
  }

  /** The definition, written out over the readable decoder for a mixture and a posterior. */
  @Test
  void isTheDefinition() {
    for (boolean posterior : List.of(false, true)) {
      Combination combination =
          posterior ? new Combination.PrefixUpdated(LOGS) : new Combination.Mixture(LOGS);
      TokenBlock block = block(federation(slow, combination));
      Certificate certificate = certificate(federation(slow, combination), block);
      List<Forward> full = forwards(block, SessionOptions.PLAIN.coding(true));
      List<Forward> twin = forwards(block, SessionOptions.LEGIBLE);
      double[] weights = {.2, .5, .3};
      double[] twinWeights = weights.clone();
      for (int t = 0; t < block.tokens().size(); t++) {
        int at = content(block).promptIds().size() - 1 + t;
        double[] p = mixture(full, at, weights);
        double[] q = mixture(twin, at, twinWeights);
        double delta = 0;
        for (int v = 0; v < p.length; v++) {
          delta += Math.abs(p[v] - q[v]) / 2;
        }
        Certificate.Token token = certificate.tokens().get(t);
        assertThat(token.delta()).isCloseTo(delta, within(1e-9));
        int id = content(block).tokenIds().get(t);
        checkConcepts(token.concepts(), full, at, leader(full, at, weights, id));
        if (posterior) {
          update(full, at, weights, id);
          update(twin, at, twinWeights, id);
        }
      }
    }
  }

  private static List<Forward> forwards(TokenBlock block, SessionOptions options) {
    List<Integer> all = new ArrayList<>(content(block).promptIds());
    all.addAll(content(block).tokenIds());
    int[][] ids = {all.stream().mapToInt(Integer::intValue).toArray()};
    List<Forward> forwards = new ArrayList<>();
    for (Member member : List.of(slow.general(), slow.domain(), slow.user())) {
      try (ForwardSession session = member.model().open(new int[] {member.lane()}, options)) {
        forwards.add(session.appendAll(ids));
      }
    }
    return forwards;
  }

  private static double probability(Forward forward, int at, int id) {
    return Math.exp(forward.logProbs()[forward.offset(0, at) + id]);
  }

  private static double[] mixture(List<Forward> forwards, int at, double[] weights) {
    double[] p = new double[forwards.getFirst().vocabularySize()];
    for (int v = 0; v < p.length; v++) {
      for (int i = 0; i < weights.length; i++) {
        p[v] += weights[i] * probability(forwards.get(i), at, v);
      }
    }
    return p;
  }

  private static void update(List<Forward> forwards, int at, double[] weights, int id) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= probability(forwards.get(i), at, id);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }

  private static int leader(List<Forward> forwards, int at, double[] weights, int id) {
    int leader = 0;
    for (int i = 1; i < weights.length; i++) {
      boolean more =
          weights[i] * probability(forwards.get(i), at, id)
              > weights[leader] * probability(forwards.get(leader), at, id);
      leader = more ? i : leader;
    }
    return leader;
  }

  private static void checkConcepts(
      List<Concept> concepts, List<Forward> full, int at, int leader) {
    assertThat(concepts).hasSize(Concept.MOST);
    List<SparseCode> codes = full.get(leader).codes(0, at);
    List<Double> activations = new ArrayList<>();
    for (SparseCode code : codes) {
      for (int i = 0; i < code.size(); i++) {
        activations.add((double) code.activation(i));
      }
    }
    activations.sort(Collections.reverseOrder());
    for (int c = 0; c < concepts.size(); c++) {
      Concept concept = concepts.get(c);
      assertThat(concept.specialist()).isEqualTo(leader);
      assertThat(concept.activation()).isEqualTo(activations.get(c));
      SparseCode code = codes.get(concept.site());
      double activation = 0;
      for (int i = 0; i < code.size(); i++) {
        activation = code.atom(i) == concept.atom() ? code.activation(i) : activation;
      }
      assertThat(activation).isEqualTo(concept.activation());
    }
  }
}
