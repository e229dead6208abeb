package glassbox.critics.sandbox.child;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;

/** Classes go into memory. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, MemoryClass> classes = new LinkedHashMap<>();

  MemoryFiles(StandardJavaFileManager platform) {
    super(platform);
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
