package glassbox.lab.world.facts;

import java.util.Locale;

/** What can be so of an entity. */
public enum Attribute {
  TOWN,
  PRODUCT,
  CURRENCY,
  REVENUE,
  COSTS,
  PROFIT,
  REMEDY,
  ADULT_DOSE,
  CHILD_DOSE,
  INTERVAL,
  DAILY_LIMIT,
  DOSE_PER_KG,
  LARGEST_DOSE,
  CONTRAINDICATION,
  DENSITY,
  MELTING_POINT,
  SIZE,
  DATE,
  PLACE,
  MEANING,
  BODY;

  /** Name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name in sentences. */
  public String words() {
    return id().replace('_', ' ');
  }
}
