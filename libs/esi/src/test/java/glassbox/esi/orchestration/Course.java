package glassbox.esi.orchestration;

import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.judging.CriticPanel;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.tool.Calculator;
import glassbox.esi.tool.Converter;
import glassbox.esi.tool.ToolBox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A run under test: the shipped configuration, with what the test replaces. */
public final class Course {

  public static final String PROMPT = "How many pens are in 12 boxes of 35 pens?";

  public final ScriptedDecoder decoder;
  public CriticPanel panel = Panels.passing();
  public EsiConfiguration configuration = ConfigurationReader.shipped();
  public String domain = "general";
  public String prompt = PROMPT;
  public Optional<String> context = Optional.empty();
  public int maxTokens = 900;
  public RunOrder.Diversity diversity = RunOrder.Diversity.LOW;
  public final List<RunEvent> events = new ArrayList<>();
  public final AtomicBoolean gone = new AtomicBoolean();
  public final Ticking clock = new Ticking();

  public Course(ScriptedDecoder decoder) {
    this.decoder = decoder;
  }

  /** The shipped document with some of its words replaced, two by two. */
  public static EsiConfiguration with(String... replacements) {
    try (InputStream in = Course.class.getResourceAsStream("/glassbox/esi/esi-v1.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (int i = 0; i < replacements.length; i += 2) {
        if (!yaml.contains(replacements[i])) {
          throw new IllegalArgumentException("not in the document: " + replacements[i]);
        }
        yaml = yaml.replace(replacements[i], replacements[i + 1]);
      }
      return ConfigurationReader.read(yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public Ports ports() {
    return new Ports(
        decoder,
        panel,
        new ToolBox(List.of(new Calculator(), new Converter(configuration.tools().units()))),
        clock);
  }

  public RunOrder order() {
    return new RunOrder(new UUID(1, 2), domain, prompt, context, 13, maxTokens, 0, diversity);
  }

  public RunReport run() {
    return new EsiRun(configuration, ports())
        .run(order(), Parameters.of(configuration, domain), listener());
  }

  public RunListener listener() {
    return new RunListener() {
      @Override
      public void on(RunEvent event) {
        events.add(event);
      }

      @Override
      public boolean gone() {
        return gone.get();
      }
    };
  }

  /** A clock that moves when it is told to. */
  public static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");

    public void pass(long millis) {
      now = now.plusMillis(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
