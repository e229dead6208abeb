package glassbox.lab.verify;

/** What is checked. The titles are read by people who do not program. */
enum Check {
  FORM("The file is whole", false),
  CHECKPOINT("The log's signature", false),
  GROWTH("The log only grew since the earlier checkpoint", false),
  INCLUSION("The record is in the signed log", true),
  BLOCKS("The blocks are those the record names", true),
  NUMBERS("The recorded numbers add up", true),
  CERTIFICATE("The certificate is that of the recorded deltas", true),
  VERDICTS("The verdicts' arithmetic", true),
  PHASES("The course through phases adds up", true),
  EVIDENCE("The evidence is the one committed to", true),
  TEXT("The text is the one committed to", true),
  GONE("What is gone is recorded as erased or dropped", true),
  REPLAY("The models give the recorded numbers again", true);

  private final String title;
  private final boolean ofRun;

  Check(String title, boolean ofRun) {
    this.title = title;
    this.ofRun = ofRun;
  }

  String title() {
    return title;
  }

  /** Whether it is made for each run, not once for the bundle. */
  boolean ofRun() {
    return ofRun;
  }
}
