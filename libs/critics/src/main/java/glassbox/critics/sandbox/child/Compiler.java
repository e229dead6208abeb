package glassbox.critics.sandbox.child;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/** The JDK's compiler in memory: nothing on the class path, no annotation processors. */
final class Compiler {
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-implicit:none",
          "-g:none",
          "-Xlint:all,-serial,-this-escape,-options,-processing,-classfile,-path");
  private final JavaCompiler javac;

  Compiler(JavaCompiler javac) {
    this.javac = javac;
  }

  Compilation compile(String source) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (MemoryFiles files =
        new MemoryFiles(javac.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  diagnostics,
                  OPTIONS,
                  null,
                  List.of(new MemorySource(Unit.NAME, source)));
      task.setLocale(Locale.ROOT);
      List<LintFinding> lint = new ArrayList<>();
      Set<Long> members = new HashSet<>();
      Iterable<? extends CompilationUnitTree> units = task.parse();
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : units) {
        SourcePositions positions = trees.getSourcePositions();
        lint.addAll(Lint.of(unit, positions));
        unit.getTypeDecls().stream()
            .limit(1)
            .filter(ClassTree.class::isInstance)
            .flatMap(first -> ((ClassTree) first).getMembers().stream())
            .forEach(member -> members.add(positions.getStartPosition(unit, member)));
      }
      task.generate();
      boolean compiled =
          diagnostics.getDiagnostics().stream()
              .noneMatch(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR);
      return new Compilation(
          compiled,
          Map.copyOf(files.classes()),
          List.copyOf(diagnostics.getDiagnostics()),
          lint,
          members);
    }
  }
}
