package glassbox.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are refused with the one exception callers know, or still read whole. */
class SafeTensorsFuzzTest {
  private static final int FILES = 3000;

  @TempDir Path directory;

  @Test
  void neverFailsInAnotherWay() throws IOException {
    Path file = directory.resolve("model.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("first", Tensor.of(new float[6], 2, 3));
    tensors.put("second", Tensor.of(new float[4], 4));
    SafeTensorsWriter.write(file, tensors, Dtype.BFLOAT16);
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(11);
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] damaged = whole.clone();
      int header = damaged.length - 20;
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        damaged[random.nextInt(header)] = (byte) random.nextInt(32, 127);
      }
      Files.write(file, damaged);
      refused += refused(file) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(FILES / 2);
  }

  private static boolean refused(Path file) {
    try (SafeTensors read = SafeTensors.open(file)) {
      read.names().forEach(read::read);
      return false;
    } catch (CheckpointException e) {
      assertThat(e).hasMessageContaining("model.safetensors");
      return true;
    }
  }
}
