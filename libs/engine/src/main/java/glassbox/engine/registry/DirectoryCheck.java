package glassbox.engine.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the files of a models directory with its manifest, byte for byte. */
final class DirectoryCheck {
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.sig";
  private static final String TRAINING = "training.json";

  private final Path root;
  private final Manifest manifest;

  /**
   * @param root a real path
   */
  DirectoryCheck(Path root, Manifest manifest) {
    this.root = root;
    this.manifest = manifest;
  }

  /** Throws {@link RegistryException} for the first changed, missing or additional file. */
  void run() throws IOException {
    Set<Path> listed = new HashSet<>();
    for (ModelEntry model : manifest.models()) {
      for (var file : model.files().entrySet()) {
        Path path = root.resolve(model.path()).resolve(file.getKey());
        requireInside(path);
        if (!Digests.sha256(path).equals(file.getValue())) {
          throw new RegistryException(shown(path) + ": its content is not what was signed");
        }
        listed.add(path);
      }
    }
    for (Path path : files(root)) {
      if (!listed.contains(path) && !document(path)) {
        throw new RegistryException(shown(path) + ": is not in the manifest");
      }
    }
  }

  private void requireInside(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new RegistryException(shown(path) + ": is in the manifest but missing");
    }
    if (!path.toRealPath().startsWith(root)) {
      throw new RegistryException(shown(path) + ": is a link that leaves the models directory");
    }
  }

  /** Everything below {@code directory} but directories; links are listed, not followed. */
  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return new ArrayList<>(
          paths
              .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList());
    }
  }

  /** Files at the top that are no part of any model: manifest, key, how it was trained, pages. */
  private boolean document(Path path) {
    if (!root.equals(path.getParent()) || Files.isSymbolicLink(path)) {
      return false;
    }
    String name = root.relativize(path).toString();
    return name.equals(MANIFEST)
        || name.equals(SIGNATURE)
        || name.endsWith(".md")
        || name.endsWith(".pub")
        || name.equals("trusted-keys.pem")
        || name.equals(TRAINING)
        || name.equals("LICENSE");
  }

  private String shown(Path path) {
    return root.relativize(path).toString();
  }
}
