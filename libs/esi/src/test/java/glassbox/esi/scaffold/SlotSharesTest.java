package glassbox.esi.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlotSharesTest {

  @Property
  void givesEveryTokenOfTheBudgetToOneSlot(@ForAll @IntRange(max = 120) int budget) {
    var tokens = SlotShares.DEFAULT.tokens(budget);
    assertThat(tokens.structure() + tokens.plan() + tokens.glue() + tokens.trace())
        .isEqualTo(budget);
  }

  @Test
  void movesNoMoreThanThereIs() {
    assertThat(SlotShares.DEFAULT.planToTrace(0.5)).isEqualTo(new SlotShares(0.4, 0, 0.15, 0.45));
  }

  @Test
  void addsUpToOne() {
    assertThatThrownBy(() -> new SlotShares(0.4, 0.25, 0.15, 0.3)).hasMessageContaining("add up");
  }
}
