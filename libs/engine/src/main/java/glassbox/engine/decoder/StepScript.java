package glassbox.engine.decoder;

import glassbox.engine.checkpoint.Activation;
import glassbox.engine.checkpoint.ModelConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a model's step as TorchScript: the arithmetic of {@link DecoderGraph}, unrolled over the
 * layers, once without and once with the adapters' products.
 *
 * <p>x [n, d] is the residual stream of n = rows * tokens positions. The step's list s holds ids
 * [R, T], cosine and sine [T, H + 2K, D], then the masks of {@link #windows} when T > 1.
 */
final class StepScript {
  static final String PLAIN = "plain";
  static final String ADAPTED = "adapted";
  static final String PACK = "pack";
  static final String KEEP = "keep";
  static final String CONVERT = "convert";
  static final String GROW = "grow";

  private static final String ARGUMENTS =
      "self, m: List[Tensor], v: List[Tensor], b: List[Tensor], a: List[Tensor],"
          + " l: List[Tensor], cache: List[Tensor], s: List[Tensor], numbers: List[int]";

  private final ModelConfig config;
  private final ScriptLayout layout;
  private final boolean half;
  private final StringBuilder source = new StringBuilder();

  private StepScript(ModelConfig config, ScriptLayout layout, Precision precision) {
    this.config = config;
    this.layout = layout;
    this.half = precision == Precision.BF16;
  }

  /** Dense models with RMS norm, rotary positions and a gated feed-forward part. */
  static boolean covers(ModelConfig config) {
    return !config.layerNorm()
        && !config.learnedPositions()
        && config.gatedMlp()
        && config.experts().isEmpty();
  }

  /** The windows of the masks in a step's list, in order; 0: none. */
  static List<Integer> windows(ModelConfig config) {
    List<Integer> windows = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      windows.add(config.window(layer).orElse(0));
    }
    return windows.stream().distinct().toList();
  }

  static String write(ModelConfig config, ScriptLayout layout, Precision precision) {
    StepScript script = new StepScript(config, layout, precision);
    script.source.append(
        "class %s(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
            .formatted(ScriptArchive.CLASS));
    script.loading();
    script.step(PLAIN, false);
    script.step(ADAPTED, true);
    return script.source.toString();
  }

  private void loading() {
    String type = half ? "15" : "6";
    each(
        PACK,
        "ops.mkldnn._reorder_linear_weight("
            + "torch.contiguous(torch.to(torch.t(w[i]), %s)), 1)".formatted(type));
    each(KEEP, "torch.clone(w[i])");
    each(CONVERT, "torch.clone(torch.to(w[i], %s))".formatted(type));
    source.append(
        """
          def %s(self, old: List[Tensor], held: int, shape: List[int]) -> List[Tensor]:
            grown = annotate(List[Tensor], [])
            for i in range(%d):
              fresh = torch.zeros(shape, dtype=%s)
              if torch.gt(held, 0):
                _0 = torch.copy_(torch.narrow(fresh, 3, 0, held), torch.narrow(old[i], 3, 0, held))
              else:
                pass
              _1 = torch.append(grown, fresh)
            return grown
        """
            .formatted(GROW, config.layers(), type));
  }

  private void each(String name, String expression) {
    source.append(
        """
          def %s(self, w: List[Tensor]) -> List[Tensor]:
            made = annotate(List[Tensor], [])
            for i in range(torch.len(w)):
              _0 = torch.append(made, %s)
            return made
        """
            .formatted(name, expression));
  }

  private void step(String name, boolean adapters) {
    source.append("  def %s(%s) -> Tensor:\n".formatted(name, ARGUMENTS));
    line("rows = torch.size(s[0], 0)");
    line("tokens = torch.size(s[0], 1)");
    line("n = torch.mul(rows, tokens)");
    line("past = numbers[0]");
    line("end = torch.add(past, tokens)");
    line("trace = torch.ne(numbers[2], 0)");
    line("g = annotate(List[Tensor], [])");
    for (int i = 0; adapters && i < layout.laneSets().size(); i++) {
      line("l%d = torch.reshape(torch.expand(l[%d], [rows, tokens, -1]), [n, -1])", i, i);
    }
    line("x = torch.reshape(torch.embedding(v[0], s[0]), [n, %d])", config.hiddenSize());
    for (int layer = 0; layer < config.layers(); layer++) {
      traceNorm("x");
      attention(layer, adapters);
      feedForward(layer, adapters);
    }
    head();
  }

  private void head() {
    line("if torch.eq(numbers[1], 0):");
    line("  t = torch.reshape(x, [rows, tokens, %d])", config.hiddenSize());
    line("  x = torch.contiguous(torch.select(t, 1, -1))");
    line("else:");
    line("  pass");
    norm("y", "x", layout.vector("final_norm.weight"));
    traceNorm("y");
    line("logits = %s", wide(linear(narrow("y"), "head")));
    line("p = torch.log_softmax(logits, 1)");
    line("flat = torch.reshape(p, [-1])");
    line("if trace:");
    line("  _2 = torch.append(g, torch.sub(torch.select(logits, 1, 0), torch.select(p, 1, 0)))");
    line("  flat = torch.cat(torch.add([flat], g))");
    line("else:");
    line("  pass");
    line("return flat");
  }

  private void attention(int layer, boolean adapters) {
    int heads = config.heads();
    int keyHeads = config.keyValueHeads();
    int width = config.headDim();
    norm("y", "x", layout.vector(Site.name(layer, "attention_norm.weight")));
    line("y = %s", narrow("y"));
    site("z", "y", Site.name(layer, Site.QKV), adapters);
    line("z = torch.reshape(%s, [rows, tokens, %d, %d])", wide("z"), heads + 2 * keyHeads, width);
    if (config.queryKeyNorm()) {
      headNorms(layer);
    }
    line(
        "r = torch.cat([torch.narrow(z, 3, %1$d, %1$d), torch.narrow(z, 3, 0, %1$d)], 3)",
        width / 2);
    line("z = torch.addcmul(torch.mul(z, s[1]), r, s[2])");
    line(
        "f = torch.reshape(torch.narrow(z, 2, %d, %d), [rows, tokens, 2, %d, %d])",
        heads, 2 * keyHeads, keyHeads, width);
    line("c = cache[%d]", layer);
    line("_0 = torch.copy_(torch.narrow(c, 3, past, tokens), torch.permute(f, [2, 0, 3, 1, 4]))");
    attend(layer);
    residual("h", Site.name(layer, Site.OUTPUT), adapters);
  }

  private void headNorms(int layer) {
    int heads = config.heads();
    int keyHeads = config.keyValueHeads();
    norm("q", "torch.narrow(z, 2, 0, %d)".formatted(heads), vector(layer, "query_norm.weight"));
    norm(
        "k",
        "torch.narrow(z, 2, %d, %d)".formatted(heads, keyHeads),
        vector(layer, "key_norm.weight"));
    line("z = torch.cat([q, k, torch.narrow(z, 2, %d, %d)], 2)", heads + keyHeads, keyHeads);
  }

  private String vector(int layer, String name) {
    return layout.vector(Site.name(layer, name));
  }

  /** From z and the cache c to h [n, H D]. */
  private void attend(int layer) {
    int keyHeads = config.keyValueHeads();
    int group = config.heads() / keyHeads;
    int width = config.headDim();
    int window = config.window(layer).orElse(0);
    line(
        "q = torch.reshape(torch.narrow(z, 2, 0, %d), [rows, tokens, %d, %d, %d])",
        config.heads(), keyHeads, group, width);
    line(
        "q = torch.reshape(torch.permute(q, [0, 2, 3, 1, 4]), [torch.mul(rows, %d), -1, %d])",
        keyHeads, width);
    line("first = %s", window == 0 ? "0" : "numbers[3]");
    line("c = torch.narrow(c, 3, first, torch.sub(end, first))");
    line("k = torch.flatten(torch.select(c, 0, 0), 0, 1)");
    line("w = torch.flatten(torch.select(c, 0, 1), 0, 1)");
    line("p = %s", wide("torch.bmm(%s, torch.transpose(k, 1, 2))".formatted(narrow("q"))));
    line("if torch.gt(tokens, 1):");
    line("  p = torch.add(p, s[%d])", 3 + windows(config).indexOf(window));
    line("else:");
    line("  pass");
    line("h = torch.bmm(%s, w)", narrow("torch.softmax(p, 2)"));
    line("h = torch.reshape(h, [rows, %d, %d, tokens, %d])", keyHeads, group, width);
    line("h = torch.reshape(torch.permute(h, [0, 3, 1, 2, 4]), [n, %d])", config.heads() * width);
  }

  private void feedForward(int layer, boolean adapters) {
    int inner = config.intermediateSize();
    norm("y", "x", vector(layer, "mlp_norm.weight"));
    line("y = %s", narrow("y"));
    site("z", "y", Site.name(layer, Site.GATE_UP), adapters);
    line("f = torch.narrow(z, 1, 0, %d)", inner);
    line("h = torch.mul(%s, torch.narrow(z, 1, %d, %d))", activated("f"), inner, inner);
    residual("h", Site.name(layer, Site.DOWN), adapters);
  }

  private String activated(String x) {
    return switch (config.activation()) {
      case Activation.SILU -> "torch.silu(%s)".formatted(x);
      case Activation.GELU -> "torch.gelu(%s)".formatted(x);
      case Activation.GELU_TANH -> "torch.gelu(%s, approximate=\"tanh\")".formatted(x);
    };
  }

  private void norm(String target, String x, String weight) {
    line("t = %s", x);
    line(
        "_1 = torch.rsqrt(torch.add(torch.mean(torch.square(t), [-1], True), %s))",
        config.normEpsilon());
    line("%s = torch.mul(torch.mul(t, _1), %s)", target, weight);
  }

  private void traceNorm(String x) {
    line("if trace:");
    line("  t = torch.reshape(%s, [rows, -1, %d])", x, config.hiddenSize());
    line("  t = torch.select(t, 1, -1)");
    line("  _2 = torch.append(g, torch.sqrt(torch.sum(torch.square(t), [-1])))");
    line("else:");
    line("  pass");
  }

  /** target = in W + b, with the adapters of each position's lane. */
  private void site(String target, String in, String site, boolean adapters) {
    line("%s = %s", target, linear(in, site));
    adapter(target, in, site, adapters);
  }

  /** x = x + in W + b, with the adapters of each position's lane. */
  private void residual(String in, String site, boolean adapters) {
    if (half) {
      site("r", in, site, adapters);
      line("x = torch.add(x, r)");
    } else {
      line("x = %s", added(in, "x", layout.matrix(site), layout.bias(site)));
      adapter("x", in, site, adapters);
    }
  }

  /** In place: target is fresh. Narrow products cost less unpacked. */
  private void adapter(String target, String in, String site, boolean adapters) {
    if (adapters && layout.adapted(site)) {
      line("i = torch.mul(torch.mm(%s, %s), l%d)", in, layout.a(site), layout.laneSet(site));
      line("%s = torch.addmm_(%s, i, %s)", target, target, layout.b(site));
    }
  }

  private String linear(String x, String site) {
    return product(x, layout.matrix(site), layout.bias(site));
  }

  private static String product(String x, String matrix, String bias) {
    return "ops.mkldnn._linear_pointwise(%s, %s, %s, \"none\",".formatted(x, matrix, bias)
        + " annotate(List[Optional[number]], []), \"\")";
  }

  private static String added(String x, String other, String matrix, String bias) {
    return "ops.mkldnn._linear_pointwise(%s, %s, %s, %s, \"add\")"
        .formatted(x, other, matrix, bias);
  }

  private String narrow(String x) {
    return half ? "torch.to(%s, 15)".formatted(x) : x;
  }

  private String wide(String x) {
    return half ? "torch.to(%s, 6)".formatted(x) : x;
  }

  private void line(String text, Object... values) {
    source.append("    ").append(text.formatted(values)).append('\n');
  }
}
