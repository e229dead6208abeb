package glassbox.critics.sandbox.child;

import java.util.Map;

/** Defines the snippet's classes; everything else comes from the JDK's base module. */
final class Snippets extends ClassLoader {
  private final Map<String, MemoryClass> classes;

  Snippets(Map<String, MemoryClass> classes) {
    super(null);
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    MemoryClass found = classes.get(name);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = found.bytes();
    return defineClass(name, bytes, 0, bytes.length);
  }
}
