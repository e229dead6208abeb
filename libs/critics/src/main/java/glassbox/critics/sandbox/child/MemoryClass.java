package glassbox.critics.sandbox.child;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class that the compiler writes into memory. */
final class MemoryClass extends SimpleJavaFileObject {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  MemoryClass(String name) {
    super(URI.create("memory:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
  }

  @Override
  public OutputStream openOutputStream() {
    return bytes;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
