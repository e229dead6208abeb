package glassbox.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.engine.reference.TinyModels;
import glassbox.engine.registry.FederationEntry.CombinerKind;
import glassbox.engine.registry.ManifestSigner.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
  private static final KeyPair KEYS = ManifestKeys.generate();
  private static final List<ModelSource> MODELS =
      List.of(
          new ModelSource("general", "general", Optional.empty(), "Apache-2.0"),
          new ModelSource("dosage", "full/dosage", Optional.empty(), "Apache-2.0"),
          new ModelSource("notes", "adapters/notes", Optional.of("general"), "Apache-2.0"));

  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void sign() throws IOException {
    directory = temporary.resolve("models");
    TinyModels.write(directory.resolve("general"), TinyModels.Kind.LLAMA, 1);
    TinyModels.write(directory.resolve("full/dosage"), TinyModels.Kind.LLAMA, 2);
    TinyModels.writeAdapter(
        directory.resolve("adapters/notes"), TinyModels.Kind.LLAMA, 2, List.of("q_proj"), 3);
    ManifestSigner.sign(directory, MODELS, List.of(demo()), KEYS);
  }

  private static FederationEntry demo() {
    return new FederationEntry(
        "demo",
        List.of("general", "dosage", "notes"),
        List.of(0.5, 0.25, 0.25),
        CombinerKind.MIXTURE,
        Optional.empty(),
        OptionalDouble.empty(),
        new TemplateEntry("<|begin|>", "<|system|>", "<|context|>", "<|user|>", "<|answer|>"));
  }

  private Registry open() {
    return Registry.open(directory, List.of(KEYS.getPublic()));
  }

  @Test
  void opensWhatWasSigned() {
    Registry registry = open();
    assertThat(registry.federation("demo")).isEqualTo(demo());
    assertThat(registry.models())
        .extracting(RegisteredModel::id)
        .containsExactly("general", "dosage", "notes");
    assertThat(registry.specialists("demo")).hasSize(3);
    RegisteredModel notes = registry.model("notes");
    assertThat(notes.adapter()).isPresent();
    assertThat(notes.model()).isEqualTo(registry.model("general").model());
    assertThat(notes.digest()).matches("[0-9a-f]{64}");
  }

  @Test
  void adapterDigestCoversItsBase() throws IOException {
    String notes = open().model("notes").digest();
    String dosage = open().model("dosage").digest();
    TinyModels.write(directory.resolve("general"), TinyModels.Kind.LLAMA, 9);
    ManifestSigner.sign(directory, MODELS, List.of(demo()), KEYS);
    assertThat(open().model("notes").digest()).isNotEqualTo(notes);
    assertThat(open().model("dosage").digest()).isEqualTo(dosage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "../demo", "demo/", "", "DEMO"})
  void namesUnknownAliases(String alias) {
    assertThatThrownBy(() -> open().federation(alias))
        .isInstanceOf(UnknownAliasException.class)
        .hasMessageContaining("'" + alias + "'");
    assertThatThrownBy(() -> open().model(alias)).isInstanceOf(UnknownAliasException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "general/model.safetensors",
        "general/config.json",
        "full/dosage/tokenizer.json",
        "adapters/notes/adapter_config.json"
      })
  void refusesAChangedFile(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(directory.resolve(file));
    bytes[bytes.length / 2] ^= 1;
    Files.write(directory.resolve(file), bytes);
    assertRefused(file, "not what was signed");
  }

  @Test
  void refusesAMissingFile() throws IOException {
    Files.delete(directory.resolve("adapters/notes/adapter_model.safetensors"));
    assertRefused("adapters/notes/adapter_model.safetensors", "missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"general/more.safetensors", "other/model.safetensors", "x.safetensors"})
  void refusesAnAdditionalFile(String file) throws IOException {
    Files.createDirectories(directory.resolve(file).getParent());
    Files.writeString(directory.resolve(file), "weights");
    assertRefused(file, "not in the manifest");
  }

  @Test
  void leavesPagesForReadersAlone() throws IOException {
    Files.writeString(directory.resolve("README.md"), "models");
    assertThat(open().federations()).hasSize(1);
  }

  @Test
  void refusesLinksThatLeaveTheDirectory() throws IOException {
    Path weights = directory.resolve("general/model.safetensors");
    Path outside = temporary.resolve("outside.safetensors");
    Files.move(weights, outside);
    Files.createSymbolicLink(weights, outside);
    assertRefused("general/model.safetensors", "leaves the models directory");
  }

  @Test
  void refusesALinkedDirectoryBesideTheModels() throws IOException {
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Files.createSymbolicLink(directory.resolve("linked"), outside);
    assertRefused("linked", "not in the manifest");
  }

  @Test
  void refusesAnotherKey() {
    assertThatThrownBy(() -> Registry.open(directory, List.of(ManifestKeys.generate().getPublic())))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("not trusted");
    assertThatThrownBy(() -> Registry.open(directory, List.of()))
        .hasMessageContaining("not trusted");
  }

  @Test
  void refusesAManifestThatWasChangedAfterwards() throws IOException {
    Files.writeString(directory.resolve("manifest.json"), " ", StandardOpenOption.APPEND);
    assertRefused("manifest.sig", "was changed");
  }

  @Test
  void refusesAForgedFingerprint() throws IOException {
    KeyPair other = ManifestKeys.generate();
    ManifestSigner.sign(directory, MODELS, List.of(demo()), other);
    String line = Files.readString(directory.resolve("manifest.sig"));
    String forged =
        line.replace(
            ManifestKeys.fingerprint(other.getPublic()),
            ManifestKeys.fingerprint(KEYS.getPublic()));
    Files.writeString(directory.resolve("manifest.sig"), forged);
    assertRefused("manifest.sig", "does not belong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ed25519", "rsa a b", "ed25519 a b c"})
  void refusesASignatureOfAnotherForm(String line) throws IOException {
    Files.writeString(directory.resolve("manifest.sig"), line);
    assertRefused("manifest.sig", "not an ed25519 signature line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "manifest.sig"})
  void asksForASignedManifest(String file) throws IOException {
    Files.delete(directory.resolve(file));
    assertRefused(file, "has to be signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../general", "/general", "general/..", "./general", "a\\\\b", "", "a//b"})
  void refusesPathsThatAreNotPlain(String path) throws IOException {
    resign("\"path\" : \"general\"", "\"path\" : \"" + path + "\"");
    assertRefused("general.path", "not a plain relative path");
  }

  @Test
  void refusesFileNamesThatAreNotPlain() throws IOException {
    resign("\"config.json\" :", "\"../../config.json\" :");
    assertRefused("general.files", "not a plain relative path");
  }

  @Test
  void refusesFieldsItDoesNotKnow() throws IOException {
    resign("\"version\" : 1", "\"version\" : 1, \"extra\" : 2");
    assertRefused("manifest.json", "extra");
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    resign("\"version\" : 1", "\"version\" : 2");
    assertRefused("version = 2", "only 1 is supported");
  }

  @Test
  void refusesAnArchitectureThatIsNotTheConfigurations() throws IOException {
    Path file = directory.resolve("manifest.json");
    Files.writeString(file, Files.readString(file).replace("\"llama\"", "\"gpt2\""));
    resign("\"version\" : 1", "\"version\" : 1");
    assertRefused("general.architecture = gpt2", "config.json says llama");
  }

  @Test
  void refusesReferencesToNothing() throws IOException {
    resign("\"base\" : \"general\"", "\"base\" : \"nobody\"");
    assertRefused("notes.base = nobody", "no full model");
  }

  @Test
  void keysSurviveTheirFiles() throws IOException {
    Path publicKey = temporary.resolve("manifest.pub");
    Path privateKey = temporary.resolve("manifest.key");
    Files.writeString(publicKey, ManifestKeys.pem(KEYS.getPublic()));
    Files.writeString(privateKey, ManifestKeys.pem(KEYS.getPrivate()));
    assertThat(ManifestKeys.readPublic(publicKey)).isEqualTo(KEYS.getPublic());
    assertThat(ManifestKeys.readPrivate(privateKey)).isEqualTo(KEYS.getPrivate());
    assertThatThrownBy(() -> ManifestKeys.readPublic(privateKey))
        .hasMessageContaining("holds no PUBLIC KEY");
  }

  /** Changes the first occurrence in the manifest and signs it as it then is. */
  private void resign(String old, String replacement) throws IOException {
    Path file = directory.resolve("manifest.json");
    String text = Files.readString(file);
    int at = text.indexOf(old);
    assertThat(at).isNotNegative();
    String changed = text.substring(0, at) + replacement + text.substring(at + old.length());
    Files.writeString(file, changed);
    Files.writeString(
        directory.resolve("manifest.sig"), ManifestSignature.sign(Files.readAllBytes(file), KEYS));
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(this::open)
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll(parts);
  }
}
