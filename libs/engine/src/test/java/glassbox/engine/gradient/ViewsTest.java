package glassbox.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {

  /** Memory that was given up is written over before the gradient asks for the factors. */
  @Test
  void aFactorIsThereWhenTheGradientAsksForIt() {
    try (NDManager manager = TrainingEngine.manager()) {
      NDArray x = manager.create(new float[] {1, 2});
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray y = x;
        for (int i = 0; i < 200; i++) {
          y = Views.scaled(y, i % 2 == 0 ? 2 : 0.5);
        }
        List<ByteBuffer> others = overwritten();
        collector.backward(y.sum());
        assertThat(others).hasSize(20_000);
      }
      assertThat(x.getGradient().toFloatArray()).containsExactly(1, 1);
    }
  }

  private static List<ByteBuffer> overwritten() {
    System.gc();
    var others = new ArrayList<ByteBuffer>();
    for (int i = 0; i < 20_000; i++) {
      others.add(ByteBuffer.allocateDirect(4).putInt(0, 0x7f7f7f7f));
    }
    return others;
  }
}
