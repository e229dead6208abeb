package glassbox.critics.sandbox.child;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Looks through a syntax tree for what the compiler does not warn of. */
final class Lint extends TreeScanner<Void, Void> {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<LintFinding> findings = new ArrayList<>();

  private Lint(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  static List<LintFinding> of(CompilationUnitTree unit, SourcePositions positions) {
    Lint lint = new Lint(unit, positions);
    lint.scan(unit, null);
    return lint.findings;
  }

  @Override
  public Void visitCatch(CatchTree node, Void unused) {
    if (node.getBlock().getStatements().isEmpty()) {
      add("an exception is swallowed", node);
    }
    return super.visitCatch(node, unused);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void unused) {
    String text = node.toString();
    if (text.equals("System.out") || text.equals("System.err")) {
      add("it prints", node);
    }
    return super.visitMemberSelect(node, unused);
  }

  @Override
  public Void visitBinary(BinaryTree node, Void unused) {
    boolean compares =
        node.getKind() == Tree.Kind.EQUAL_TO || node.getKind() == Tree.Kind.NOT_EQUAL_TO;
    if (compares && (string(node.getLeftOperand()) || string(node.getRightOperand()))) {
      add("strings are compared by identity", node);
    }
    return super.visitBinary(node, unused);
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree node, Void unused) {
    add("an empty statement", node);
    return super.visitEmptyStatement(node, unused);
  }

  private static boolean string(Tree tree) {
    return tree instanceof LiteralTree literal && literal.getValue() instanceof String;
  }

  private void add(String message, Tree tree) {
    findings.add(
        new LintFinding(
            message, positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree)));
  }
}
