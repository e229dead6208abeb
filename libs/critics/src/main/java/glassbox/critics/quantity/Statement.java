package glassbox.critics.quantity;

/**
 * Two expressions and what is said of them.
 *
 * @param left first side
 * @param relation what is said
 * @param right second side
 * @param place where it stands
 */
record Statement(Expression left, Relation relation, Expression right, Place place) {

  enum Place {
    /** Opens its clause, or goes on a chain: the left side is surely what is talked about. */
    SUBJECT,
    /** Within a clause: only equal dimensions show that the sides belong together. */
    INNER,
    /** In brackets after the left side. */
    BRACKETS
  }
}
