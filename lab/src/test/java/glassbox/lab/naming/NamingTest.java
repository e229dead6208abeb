package glassbox.lab.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import glassbox.engine.training.Example;
import glassbox.engine.training.LegibleReading;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Atoms whose meaning is known by construction. */
class NamingTest {

  private static final int LENGTH = 9;
  private static final int ATOMS = 6;
  private static final Concept KG = new Concept(ConceptType.UNIT, "kg");
  private static final Concept ADD = new Concept(ConceptType.OPERATION, "add");

  private final SplittableRandom random = new SplittableRandom(4);

  @Test
  void namesAtomsByWhatTheyStandFor() {
    Named named = named(60);

    assertThat(named.names())
        .extracting(AtomName::atom)
        .containsExactly("L0.c0", "L0.c1", "L0.c2", "L0.c3", "L0.c5");
    assertThat(named.alive()).isEqualTo(5);
    assertThat(named.matched()).isEqualTo(3);
    assertThat(named.share()).isCloseTo(0.6, within(1e-9));

    AtomName reads = named.names().get(0);
    assertThat(reads.label()).isEqualTo("unit: kg");
    assertThat(reads.type()).isEqualTo("unit");
    assertThat(reads.source()).isEqualTo("world");
    assertThat(reads.match()).isEqualTo(1);
    assertThat(named.names().get(1).label()).isEqualTo("next operation: add");
    assertThat(named.names().get(1).match()).isEqualTo(1);
  }

  @Test
  void whatIsWeakElsewhereIsJudgedAboveAThreshold() {
    AtomName strong = named(60).names().get(2);
    assertThat(strong.label()).isEqualTo("unit: kg");
    assertThat(strong.match()).isGreaterThan(0.9);
  }

  @Test
  void whatFitsNoConceptIsNamedByTokens() {
    AtomName token = named(60).names().get(3);
    assertThat(token.label()).startsWith("'t7'");
    assertThat(token.type()).isEqualTo("token");
    assertThat(token.source()).isEqualTo("tokens");
    assertThat(token.match()).isEqualTo(1);
  }

  @Test
  void chanceGetsNoConcept() {
    AtomName chance = named(60).names().get(4);
    assertThat(chance.source()).isEqualTo("tokens");
  }

  private Named named(int examples) {
    var naming = new Naming(1, ATOMS, id -> "t" + id);
    for (int i = 0; i < examples; i++) {
      add(naming);
    }
    return naming.names();
  }

  /** Token 3 carries kg and token 4 carries add; the rest carries nothing. */
  private void add(Naming naming) {
    int[] ids = random.ints(LENGTH, 0, 12).toArray();
    var concepts = new ArrayList<Set<Concept>>();
    for (int id : ids) {
      concepts.add(id == 3 ? Set.of(KG) : id == 4 ? Set.of(ADD) : Set.of());
    }
    var code = new float[(LENGTH - 1) * ATOMS];
    for (int t = 0; t + 1 < LENGTH; t++) {
      int at = t * ATOMS;
      code[at] = ids[t] == 3 ? 1 : 0;
      code[at + 1] = ids[t + 1] == 4 ? 2 : 0;
      code[at + 2] = ids[t] == 3 ? 1 + (float) random.nextDouble() : 0.01f;
      code[at + 3] = ids[t] == 7 ? 1 : 0;
      code[at + 5] = random.nextInt(10) == 0 ? 1 : 0;
    }
    int predicted = LENGTH - 1;
    naming.add(
        new LegibleReading(
            new Example(ids, 1),
            new float[predicted],
            new float[predicted],
            new float[predicted],
            new boolean[predicted],
            List.of(code)),
        concepts);
  }
}
