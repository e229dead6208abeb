package glassbox.lab.monitor;

import glassbox.engine.legible.BackdoorMonitor.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.json.JsonMapper;

/** A watch for people and for programs. */
record WatchText(Watch watch) {

  private static final int WIDTH = 60;

  String plain() {
    var text = new StringJoiner("\n", "", "\n");
    text.add("         mean    max  above  chance   prompt");
    for (Watched answer : watch.answers()) {
      text.add(
          String.format(
              Locale.ROOT,
              "%-7s %.4f %.4f %3d/%-3d %.1e  %s",
              watch.suspects(answer) ? "SUSPECT" : "",
              answer.deltaMean(),
              answer.deltaMax(),
              answer.exceeding(),
              answer.tokens(),
              answer.chance(),
              shortened(answer.prompt())));
    }
    return text.add(verdict()).toString();
  }

  private static String shortened(String prompt) {
    String line = prompt.replace('\n', ' ');
    return line.length() <= WIDTH ? line : "..." + line.substring(line.length() - WIDTH);
  }

  private String verdict() {
    State state = watch.state();
    return String.format(
        Locale.ROOT,
        "%s: %d of %d answers suspect by themselves; %d of %d tokens above the level of %.4g;"
            + " statistic %.2f, alarm at %.2f%s",
        watch.suspect() ? "SUSPECT" : "not suspect",
        watch.suspects(),
        state.answers(),
        state.exceeding(),
        state.tokens(),
        watch.design().level(),
        state.statistic(),
        watch.design().threshold(),
        state.alarmed() ? ": raised" : "");
  }

  String json() {
    State state = watch.state();
    var document = new LinkedHashMap<String, Object>();
    document.put("suspect", watch.suspect());
    document.put("alarmed", state.alarmed());
    document.put("statistic", state.statistic());
    document.put("threshold", watch.design().threshold());
    document.put("level", watch.design().level());
    document.put("tokens", state.tokens());
    document.put("exceeding", state.exceeding());
    document.put("prompts", prompts());
    return JsonMapper.builder().build().writeValueAsString(document);
  }

  private List<Map<String, Object>> prompts() {
    return watch.answers().stream().map(this::fields).toList();
  }

  private Map<String, Object> fields(Watched answer) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("prompt", answer.prompt());
    fields.put("answer", answer.answer());
    fields.put("suspect", watch.suspects(answer));
    fields.put("chance", answer.chance());
    fields.put("delta_mean", answer.deltaMean());
    fields.put("delta_max", answer.deltaMax());
    fields.put("tokens", answer.tokens());
    fields.put("exceeding", answer.exceeding());
    return fields;
  }
}
