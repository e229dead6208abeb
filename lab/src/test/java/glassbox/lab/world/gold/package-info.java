/** Gold transcripts as the critics would see them, had a server written them. */
@NullMarked
package glassbox.lab.world.gold;

import org.jspecify.annotations.NullMarked;
