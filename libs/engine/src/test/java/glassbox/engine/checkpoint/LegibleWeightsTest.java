package glassbox.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import glassbox.engine.reference.TinyBottlenecks;
import glassbox.engine.reference.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegibleWeightsTest {
  private static final String SITE = "model.layers.1.mlp.legible.";

  @TempDir Path folder = Path.of("");
  private final LegibleWeights weights = TinyBottlenecks.random(40, 6, 3);

  @BeforeEach
  void write() throws IOException {
    TinyModels.write(folder, TinyModels.Kind.LLAMA, 1);
    weights.write(folder, Dtype.FLOAT32);
  }

  private LegibleWeights read() {
    return LegibleWeights.read(folder, ModelConfig.read(folder)).orElseThrow();
  }

  private void rejects(String file, String... parts) {
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(this::read)
        .withMessageContaining(file)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private void rewrite(Consumer<Map<String, Tensor>> change) throws IOException {
    Path file = folder.resolve("legible.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try (TensorSource source = SafeTensors.open(file)) {
      for (String name : source.names()) {
        tensors.put(name, Tensor.of(source.read(name), source.shape(name)));
      }
    }
    change.accept(tensors);
    SafeTensorsWriter.write(file, tensors);
  }

  private void change(String tensor, Consumer<float[]> change) throws IOException {
    rewrite(
        tensors ->
            change.accept(Objects.requireNonNull(tensors.get(SITE + tensor), tensor).values()));
  }

  private void edit(String from, String to) throws IOException {
    Path file = folder.resolve("legible.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));
  }

  @Test
  void readsWhatWasWritten() {
    LegibleWeights read = read();
    assertThat(read.config()).isEqualTo(weights.config());
    assertThat(read.sites()).hasSize(3);
    for (int layer = 0; layer < 3; layer++) {
      LegibleSite written = weights.sites().get(layer);
      assertThat(read.sites().get(layer).encoder()).containsExactly(written.encoder());
      assertThat(read.sites().get(layer).encoderBias()).containsExactly(written.encoderBias());
      assertThat(read.sites().get(layer).decoder()).containsExactly(written.decoder());
      assertThat(read.sites().get(layer).decoderBias()).containsExactly(written.decoderBias());
    }
  }

  @Test
  void readsBfloat16() throws IOException {
    weights.write(folder, Dtype.BFLOAT16);
    float[] decoder = read().sites().getFirst().decoder();
    float[] written = weights.sites().getFirst().decoder();
    for (int i = 0; i < decoder.length; i++) {
      assertThat(decoder[i]).isEqualTo(Dtype.BFLOAT16.round(written[i]));
    }
  }

  @Test
  void isOptional() throws IOException {
    Files.delete(folder.resolve("legible.json"));
    rejects("legible.json", "no such file");
    Files.delete(folder.resolve("legible.safetensors"));
    assertThat(LegibleWeights.read(folder, ModelConfig.read(folder))).isEmpty();
    LegibleWeights.writeConfig(folder, weights.config());
    rejects("legible.safetensors", "legible.safetensors: ");
  }

  @Test
  void keepsNamesByAtom() {
    LegibleConfig config = read().config();
    AtomName name = config.nameOf(1, 3).orElseThrow();
    assertThat(name.atom()).isEqualTo("L1.c3");
    assertThat(name.label()).isEqualTo("unit: u3");
    assertThat(config.nameOf(1, 4)).isEmpty();
    assertThat(config.nameOf(0, 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\" : 1 | \"version\" : 2 | version = 2",
        "\"mlp_output\" | \"residual\" | site = \"residual\"",
        "\"active\" : 6 | \"active\" : 41 | active = 41",
        "\"active\" : 6 | \"active\" : 0 | active = 0",
        "\"active\" : 6 | \"active\" : 2.5 | active = 2.5",
        "\"atoms\" : 40 | \"atoms\" : \"40\" | atoms = \"40\"",
        "\"atoms\" : 40 | \"atoms\" : 48 | encoder.weight.shape = [40, 24]",
        "\"site\" | \"sight\" | sight = \"mlp_output\"",
        "\"delta_p95\" : 0.2 | \"delta_p95\" : 1.2 | delta_p95 = 1.2",
        "\"delta_p95\" : 0.2 | \"delta_p95\" : 0.9 | above delta_p99",
        "\"delta_mean\" : 0.1, | | calibration.delta_mean is missing",
        "\"tokens\" : 10 | \"tokens\" : 0 | calibration.tokens = 0",
        "\"L1.c0\" | \"L3.c0\" | names[0].atom = \"L3.c0\"",
        "\"L1.c0\" | \"L1.c40\" | atom = L1.c40",
        "\"L1.c0\" | \"L1.c3\" | atom = L1.c3: named twice",
        "\"L1.c0\" | \"L1.c00\" | names[0].atom = \"L1.c00\"",
        "\"match\" : 0.5 | \"match\" : -0.5 | match = -0.5",
        "\"match\" : 0.5 | \"match\" : \"good\" | names[0].match = \"good\"",
        "\"label\" : \"unit: u0\", | | names[0].label is missing",
      })
  void namesTheFieldAndItsValue(String from, String to, String expected) throws IOException {
    edit(from, to == null ? "" : to);
    rejects("legible", expected);
  }

  @Test
  void needsEveryLayerAndNoOther() throws IOException {
    rewrite(
        tensors ->
            tensors.put("model.layers.3.mlp.legible.encoder.bias", Tensor.of(new float[1], 1)));
    rejects("legible.safetensors", "model.layers.3.mlp.legible.encoder.bias", "3 layers");
    rewrite(tensors -> tensors.remove("model.layers.3.mlp.legible.encoder.bias"));
    rewrite(tensors -> tensors.remove(SITE + "decoder.bias"));
    rejects("legible.safetensors", SITE + "decoder.bias");
  }

  @Test
  void needsShapesThatFitTheModel() throws IOException {
    rewrite(tensors -> tensors.put(SITE + "decoder.weight", Tensor.of(new float[960], 40, 24)));
    rejects("legible.safetensors", SITE + "decoder.weight.shape = [40, 24]", "[24, 40]");
  }

  @Test
  void needsUnitColumns() throws IOException {
    change(
        "decoder.weight",
        values -> {
          for (int i = 0; i < 24; i++) {
            values[i * 40 + 7] *= 1.02f;
          }
        });
    rejects("legible.safetensors", SITE + "decoder.weight column 7", "1.0");
  }

  @Test
  void needsFiniteNumbers() throws IOException {
    for (String tensor :
        List.of("encoder.weight", "encoder.bias", "decoder.weight", "decoder.bias")) {
      change(tensor, values -> values[5] = Float.NaN);
      rejects("legible.safetensors", SITE + tensor + "[5] = NaN");
      weights.write(folder, Dtype.FLOAT32);
    }
  }

  @Test
  void anAdapterWithoutOwnUsesItsBases() throws IOException {
    Path adapters = folder.resolve("adapters");
    List<String> modules = List.of("q_proj");
    Path own =
        TinyModels.writeAdapter(adapters.resolve("own"), TinyModels.Kind.LLAMA, 2, modules, 2);
    Path none =
        TinyModels.writeAdapter(adapters.resolve("none"), TinyModels.Kind.LLAMA, 2, modules, 3);
    TinyBottlenecks.write(own, TinyBottlenecks.random(16, 2, 9));
    LegibleLanes lanes =
        LegibleLanes.read(
            ModelDirectory.open(folder),
            List.of(AdapterDirectory.open(none), AdapterDirectory.open(own)));
    assertThat(lanes.lanes()).isEqualTo(3);
    assertThat(lanes.owner(1)).isZero();
    assertThat(lanes.at(1).orElseThrow()).isSameAs(lanes.at(0).orElseThrow());
    assertThat(lanes.owner(2)).isEqualTo(2);
    assertThat(lanes.at(2).orElseThrow().config().atoms()).isEqualTo(16);
  }

  @Test
  void cannotBeMadeFromWhatDoesNotFitTogether() {
    LegibleSite site = weights.sites().getFirst();
    LegibleConfig small = TinyBottlenecks.random(16, 2, 9).config();
    assertThatIllegalArgumentException().isThrownBy(() -> new LegibleWeights(small, List.of(site)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LegibleWeights(weights.config(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LegibleWeights(weights.config(), List.of(site)))
        .withMessageContaining("L1.c0");
  }
}
