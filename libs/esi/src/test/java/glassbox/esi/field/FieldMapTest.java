package glassbox.esi.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldMapTest {

  private static final FieldMap MAP =
      FieldMap.EMPTY
          .with(Role.MARKER, Field.GIVEN, 1)
          .with(Role.TEXT, Field.GIVEN, 4)
          .with(Role.MARKER, Field.COMPUTE, 1)
          .with(Role.TEXT, Field.COMPUTE, 1)
          .with(Role.TEXT, Field.COMPUTE, 1)
          .with(Role.CALL, Field.COMPUTE, 3)
          .with(Role.RESULT, Field.COMPUTE, 4);

  @Test
  void knowsEachFieldsTokens() {
    assertThat(MAP.tokens()).isEqualTo(15);
    assertThat(MAP.body(Field.GIVEN)).containsExactly(1, 2, 3, 4);
    assertThat(MAP.written(Field.COMPUTE)).containsExactly(6, 7, 8, 9, 10);
    assertThat(MAP.body(Field.COMPUTE)).hasSize(9);
    assertThat(MAP.body(Field.ANSWER)).isEmpty();
    assertThat(MAP.structure()).isEqualTo(2);
    assertThat(MAP.fields()).containsExactly(Field.GIVEN, Field.COMPUTE);
  }

  @Test
  void joinsStretchesOfOneRole() {
    assertThat(MAP.stretches()).contains(new Stretch(Role.TEXT, Field.COMPUTE, 6, 8));
  }

  @Test
  void isCutInFrontOfAField() {
    assertThat(MAP.before(Field.COMPUTE).tokens()).isEqualTo(5);
    assertThat(MAP.before(Field.ANSWER)).usingRecursiveComparison().isEqualTo(MAP);
  }

  @Test
  void takesNoFieldTwiceOrOutOfOrder() {
    assertThatThrownBy(() -> MAP.with(Role.MARKER, Field.COMPUTE, 1)).hasMessageContaining("again");
    assertThatThrownBy(() -> MAP.with(Role.MARKER, Field.PLAN, 1)).hasMessageContaining("late");
    assertThatThrownBy(() -> MAP.with(Role.TEXT, Field.ANSWER, 1)).hasMessageContaining("marker");
    assertThatThrownBy(() -> FieldMap.EMPTY.with(Role.TEXT, Field.GIVEN, 1))
        .hasMessageContaining("marker");
    assertThatThrownBy(() -> MAP.with(Role.MARKER, Field.TRACE, 2)).hasMessageContaining("one");
  }
}
