package glassbox.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Codes keep the largest atoms, and of equal ones those of lower index. */
class CodeTest {
  @Test
  void takesOfEqualAtomsThoseOfLowerIndex() {
    try (NDManager manager = NativeEngine.start(1)) {
      float[] values = {2, 3, 1, 3, 3, 0, /**/ 0, 0, 5, 0, 0, 0, /**/ 1, 1, 1, 1, 1, 1};
      NDArray pre = manager.create(values, new Shape(3, 1, 6));
      NDArray order = Code.order(manager, 6);
      float[] kept = Code.largest(pre, order, 2).dense().toFloatArray();
      assertThat(kept)
          .containsExactly(0, 3, 0, 3, 0, 0, /**/ 0, 0, 5, 0, 0, 0, /**/ 1, 1, 0, 0, 0, 0);
      assertThat(Code.largest(pre, order, 6).dense().toFloatArray()).containsExactly(values);
    }
  }

  @Test
  void theOrderOfAtomsPassesNoLargerNumber() {
    int atoms = 4096;
    float[] values = new float[atoms];
    Arrays.fill(values, 0.1f);
    values[atoms - 1] = Math.nextUp(0.1f);
    try (NDManager manager = NativeEngine.start(1)) {
      NDArray pre = manager.create(values, new Shape(1, 1, atoms));
      Code code = Code.largest(pre, Code.order(manager, atoms), 3);
      assertThat(code.indices().toLongArray()).containsExactly(atoms - 1, 0, 1);
    }
  }
}
