package glassbox.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepsLeftTest {

  private static StepsLeft demo(int lanes) {
    var left = new StepsLeft(lanes);
    left.note(DemoTraining.BASE, 3000);
    left.note(DemoTraining.FINANCE, 500);
    DemoTraining.ADAPTERS.keySet().forEach(id -> left.note(id, 400));
    return left;
  }

  @Test
  void oneLaneNeedsTheSum() {
    assertThat(demo(1).untilTheEnd()).isEqualTo(3000 + 500 + 3 * 400);
  }

  @Test
  void twoLanesShareWhatComesAfterTheBase() {
    StepsLeft left = demo(2);
    // finance and then the last adapter, beside the two other adapters
    assertThat(left.untilTheEnd()).isEqualTo(3000 + Math.max(500 + 400, 400 + 400));
    left.note(DemoTraining.BASE, 0);
    left.note(DemoTraining.FINANCE, 100);
    left.note("quantities", 0);
    assertThat(left.untilTheEnd()).isEqualTo(500);
  }

  @Test
  void moreLanesThanModelsWaitForTheLongest() {
    assertThat(demo(8).untilTheEnd()).isEqualTo(3500);
  }
}
