package glassbox.critics.sandbox.child;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Classes go into memory; the class path is empty. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, MemoryClass> classes = new LinkedHashMap<>();

  MemoryFiles(StandardJavaFileManager files) throws IOException {
    super(files);
    files.setLocation(StandardLocation.CLASS_PATH, List.of());
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    return classes.computeIfAbsent(className, MemoryClass::new);
  }

  Map<String, MemoryClass> classes() {
    return classes;
  }
}
