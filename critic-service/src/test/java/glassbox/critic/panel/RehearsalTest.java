package glassbox.critic.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.critics.Critic;
import glassbox.critics.contradiction.RuleEntailment;
import glassbox.critics.order.HeldOutDrafts;
import glassbox.critics.panel.Critics;
import glassbox.critics.safety.SafetyRules;
import glassbox.critics.sandbox.Sandbox;
import glassbox.critics.sandbox.SandboxLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void everyCriticJudgesEveryDraftAndThoseThatWaitTheFirstOnes() {
    try (Sandbox sandbox = new Sandbox(SandboxLimits.DEFAULT)) {
      Critics critics = new Critics(sandbox, new RuleEntailment(), SafetyRules.shipped(), .6, 2);
      List<Critic> all = critics.fresh();
      long waiting = all.stream().filter(Critic::waits).count();
      int drafts = HeldOutDrafts.of(1, 1).size();
      assertThat(waiting).isPositive();
      assertThat(new Rehearsal(critics, new RehearsalSettings(3)).play())
          .isEqualTo(drafts * (3 * (all.size() - (int) waiting) + (int) waiting));
      assertThat(new Rehearsal(critics, new RehearsalSettings(0)).play()).isZero();
    }
  }

  @Test
  void aNumberThatCannotWorkIsRefused() {
    assertThatThrownBy(() -> new RehearsalSettings(-1))
        .hasMessageContaining("glassbox.critics.rehearsal.groups");
  }
}
