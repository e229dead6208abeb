package glassbox.lab.world.sql;

/**
 * A column of a table.
 *
 * @param name lower case
 * @param numeric whether its values are whole numbers; words otherwise
 */
public record Column(String name, boolean numeric) {

  static Column text(String name) {
    return new Column(name, false);
  }

  static Column number(String name) {
    return new Column(name, true);
  }
}
