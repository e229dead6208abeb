package glassbox.esi.orchestration;

/** Follows a run. Called from the thread that drives it. */
public interface RunListener {

  /** Hears everything and wants all of it. */
  RunListener SILENT =
      new RunListener() {
        @Override
        public void on(RunEvent event) {}

        @Override
        public boolean gone() {
          return false;
        }
      };

  /** Something happened. What it throws ends the run as if the caller were gone. */
  void on(RunEvent event);

  /** Whether the caller is gone: asked often, from any thread; then the run is cancelled. */
  boolean gone();
}
