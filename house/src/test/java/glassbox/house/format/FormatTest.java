package glassbox.house.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import glassbox.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** google-java-format over every Java file; {@code -Dformat.apply=true} rewrites them. */
class FormatTest {

  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.defaultOptions());

  @Test
  void everyJavaFileIsFormatted() throws Exception {
    boolean apply = Boolean.getBoolean("format.apply");
    List<Path> wrong = new ArrayList<>();
    List<Path> files = Repository.files(".java");
    assertThat(files).hasSizeGreaterThan(50);
    for (Path file : files) {
      String source = Repository.text(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        wrong.add(Repository.root().relativize(file));
        rewrite(apply, file, formatted);
      }
    }
    if (!apply) {
      assertThat(wrong).as("run ./glassbox format").isEmpty();
    }
  }

  @Test
  void findsWrongFormatUnusedImportsAndWrongOrder() throws Exception {
    String wrong =
        "package a;\nimport java.util.Set;\nimport java.util.List;\nclass A{List<A> a;}\n";
    assertThat(format(wrong))
        .isEqualTo("package a;\n\nimport java.util.List;\n\nclass A {\n  List<A> a;\n}\n");
  }

  private static String format(String source) throws FormatterException {
    String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }

  private static void rewrite(boolean apply, Path file, String formatted) throws IOException {
    if (apply) {
      Files.writeString(file, formatted);
    }
  }
}
