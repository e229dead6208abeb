package glassbox.critics.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies the children's class files into a folder of their own. */
final class ChildClasses {
  static final String FOLDER = "glassbox/critics/sandbox/child";

  /** Every class of the children's package. */
  static final List<String> NAMES =
      List.of(
          "BoundedOutput",
          "Builder",
          "BuilderChild",
          "Compilation",
          "Compiler",
          "Frames",
          "Lint",
          "LintFinding",
          "MemoryClass",
          "MemoryFiles",
          "MemorySource",
          "OutputLimit",
          "Program",
          "References",
          "Runner",
          "RunnerChild",
          "Snippets",
          "Text",
          "Unit",
          "WarmUp",
          "WarmUp$Call0",
          "Whitelist");

  private ChildClasses() {}

  /** The class path of a child: a new folder that is deleted when this JVM ends. */
  static Path unpack() throws IOException {
    Path root = Files.createTempDirectory("glassbox-sandbox");
    root.toFile().deleteOnExit();
    Path folder = root;
    for (String part : FOLDER.split("/")) {
      folder = Files.createDirectory(folder.resolve(part));
      folder.toFile().deleteOnExit();
    }
    for (String name : NAMES) {
      String resource = "/" + FOLDER + "/" + name + ".class";
      try (InputStream in = ChildClasses.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("no " + resource);
        }
        Path file = folder.resolve(name + ".class");
        Files.copy(in, file);
        file.toFile().deleteOnExit();
      }
    }
    return root;
  }
}
