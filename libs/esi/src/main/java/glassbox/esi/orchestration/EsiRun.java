package glassbox.esi.orchestration;

import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.parameter.Parameters;

/** Runs orders under one configuration. */
public final class EsiRun {

  private final EsiConfiguration configuration;
  private final Ports ports;

  /** A runner over these ports. */
  public EsiRun(EsiConfiguration configuration, Ports ports) {
    this.configuration = configuration;
    this.ports = ports;
  }

  /**
   * A run that somebody else drives.
   *
   * @throws IllegalArgumentException when the configuration has no such domain
   */
  public RunCourse begin(RunOrder order, Parameters parameters, RunListener listener) {
    return new RunCourse(configuration, ports, order, parameters, listener);
  }

  /**
   * A run to its end: it commits or fails, whatever the ports do.
   *
   * @throws IllegalArgumentException when the configuration has no such domain
   */
  public RunReport run(RunOrder order, Parameters parameters, RunListener listener) {
    RunCourse course = begin(order, parameters, listener);
    while (!course.ended()) {
      course.advance();
    }
    return course.report();
  }
}
