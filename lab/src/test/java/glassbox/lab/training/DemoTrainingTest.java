package glassbox.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.engine.checkpoint.LegibleWeights;
import glassbox.engine.checkpoint.ModelDirectory;
import glassbox.engine.registry.ManifestKeys;
import glassbox.engine.registry.RegistryException;
import glassbox.engine.training.TrainingPlan;
import glassbox.lab.evaluation.ClosedBook;
import glassbox.lab.evaluation.CopyForm;
import glassbox.lab.evaluation.Copying;
import glassbox.lab.manifest.DemoManifest;
import glassbox.lab.manifest.SignedModels;
import glassbox.lab.reconcile.ReconcileRun;
import glassbox.lab.results.Bar;
import glassbox.lab.world.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from nothing to a signed federation, with a few steps of training. */
class DemoTrainingTest {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  /** Enough text for the whole vocabulary. */
  private static final World WORLD = World.of(3, 400);

  @TempDir static Path shared;
  private static final StringWriter PRINTED = new StringWriter();

  @BeforeAll
  static void trainEverything() throws IOException {
    train(shared.resolve("models"), shared.resolve("work"));
    DemoManifest.sign(shared.resolve("models"), ManifestKeys.generate());
  }

  private static void train(Path models, Path work) throws IOException {
    train(models, work, 2, new PrintWriter(PRINTED));
  }

  private static void train(Path models, Path work, int lanes, PrintWriter out) throws IOException {
    var plan = new TrainingPlan(2, 1e-3, 1, 0, 1, 1);
    var recipe = new Recipe(3, 1420, 4, 30, plan, plan, plan, plan, plan, Recipe.LEGIBLE);
    new DemoTraining(recipe, WORLD, lanes, models, new TrainingLog(work, out, CLOCK)).all();
  }

  @Test
  void theSignedModelsLoadAsOneFederation() {
    try (SignedModels models =
        SignedModels.load(shared.resolve("models"), DemoManifest.specialists())) {
      assertThat(models.members())
          .extracting(member -> member.id())
          .containsExactly(
              "general-base", "finance", "quantities", "clinical", "user-adapter-1234");
      assertThat(models.members()).extracting(member -> member.digest()).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyModelHasItsOwnBottlenecksWithCalibrationAndNames() {
    for (String id : DemoManifest.specialists()) {
      Path own = shared.resolve("models").resolve(id);
      Path base = DemoTraining.ADAPTERS.containsKey(id) ? own.resolveSibling("general-base") : own;
      LegibleWeights weights =
          LegibleWeights.read(own, ModelDirectory.open(base).config()).orElseThrow();
      assertThat(weights.sites()).hasSize(Recipe.LAYERS);
      assertThat(weights.config().names()).isNotEmpty();
      assertThat(weights.config().calibration().orElseThrow().tokens()).isGreaterThan(100);
    }
  }

  @Test
  void theTrainingIsRecorded() throws IOException {
    String record = Files.readString(shared.resolve("models").resolve("training.json"));
    assertThat(record).contains("data_sha256", "kept_step", "peak_rate", "legible_task");
    for (String id : DemoManifest.specialists()) {
      assertThat(record).contains("\"" + id + "\"");
    }
  }

  @Test
  void aSecondRunOfFinishedTrainingChangesNothing(@TempDir Path models) throws IOException {
    train(models, shared.resolve("work"));
    for (String id : DemoManifest.specialists()) {
      try (var files = Files.list(shared.resolve("models").resolve(id))) {
        for (Path file : files.toList()) {
          assertThat(models.resolve(id).resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
      }
    }
  }

  /** One fails at its last step; the rest of the way is then gone one after another. */
  @Test
  void whatIsTrainedSideBySideIsWhatIsTrainedOneAfterAnother(@TempDir Path other)
      throws IOException {
    Path models = other.resolve("models");
    Path work = other.resolve("work");
    assertThatThrownBy(() -> train(models, work, 2, failingAt("clinical step 2")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no room for clinical step 2");
    assertThat(models.resolve("clinical")).doesNotExist();

    train(models, work, 1, new PrintWriter(new StringWriter()));

    assertSameFiles(models, shared.resolve("models"), "clinical/adapter_model.safetensors");
    assertSameFiles(work, shared.resolve("work"), "finance.state.safetensors");
  }

  private static PrintWriter failingAt(String line) {
    return new PrintWriter(new StringWriter()) {
      @Override
      public PrintWriter printf(Locale locale, String format, @Nullable Object... arguments) {
        if (String.format(locale, format, arguments).startsWith(line)) {
          throw new IllegalStateException("no room for " + line);
        }
        return super.printf(locale, format, arguments);
      }
    };
  }

  /** Everything but what signing adds and what tells of interruptions. */
  private static void assertSameFiles(Path one, Path other, String among) throws IOException {
    List<String> names = files(one);
    assertThat(names).contains(among).containsExactlyElementsOf(files(other));
    for (String name : names) {
      assertThat(one.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
    }
  }

  private static List<String> files(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      return paths
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .filter(name -> !name.matches("manifest.*|trusted-keys.pem|training.json|.*[.]csv"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aChangedWeightIsRefused(@TempDir Path copy) throws IOException {
    copy(shared.resolve("models"), copy);
    Path weights = copy.resolve("finance").resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(() -> SignedModels.load(copy, List.of("finance")).close())
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("finance");
  }

  @Test
  void everyBarOfTheReconciliationHolds(@TempDir Path results) throws IOException {
    List<Bar> bars = new ReconcileRun(shared.resolve("models"), 5, 200, 6).write(results);
    assertThat(bars)
        .filteredOn(bar -> !bar.name().equals("record size"))
        .hasSizeGreaterThan(8)
        .allSatisfy(bar -> assertThat(bar.holds()).as(bar.toString()).isTrue());
    assertThat(results.resolve("reconcile.json")).isNotEmptyFile();
    assertThat(results.resolve("reconcile.md")).content().contains("CATASTROPHIC", "0.489");
    assertThat(results.resolve("reconcile.svg")).content().startsWith("<svg");
  }

  @Test
  void theClosedBookIsWrittenWithItsBars(@TempDir Path results) throws IOException {
    List<Bar> bars =
        new ClosedBook(shared.resolve("models"), 3, 1, 4).write(results, "lab evaluate");
    assertThat(bars)
        .allSatisfy(bar -> assertThat(bar.value()).isBetween(0.0, 1.0))
        .anySatisfy(bar -> assertThat(bar.name()).contains("finance"));
    assertThat(results.resolve("evaluate-closed-book.json")).content().contains("\"bars\"");
    assertThat(results.resolve("evaluate-closed-book.md")).content().contains("| planning | 4 |");
    assertThat(results.resolve("evaluate-closed-book.svg")).content().startsWith("<svg");
  }

  @Test
  void eachModelIsAskedToCopyEveryNumber(@TempDir Path results) throws IOException {
    List<Copying.Copied> copied =
        new Copying(shared.resolve("models"), 1, 5).write(results, "lab evaluate");
    assertThat(copied)
        .hasSize(CopyForm.values().length * (2 + DemoTraining.ADAPTERS.size()))
        .allSatisfy(one -> assertThat(one.whole()).as("untrained models copy nothing").isZero());
    assertThat(results.resolve("copying.json")).content().contains("\"all_tokens_right\"");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
