package glassbox.critics.sandbox.child;

import java.util.Map;

/** Defines the snippet's classes; everything else comes from the JDK's base module. */
final class Snippets extends ClassLoader {
  private final Map<String, byte[]> classes;

  Snippets(Map<String, byte[]> classes) {
    super(null);
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
