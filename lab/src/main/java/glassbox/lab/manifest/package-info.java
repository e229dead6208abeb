/**
 * Signs what ships and loads it again only as signed: the manifest lists every file of every model
 * with its digest, and the demo federation over them.
 *
 * <p>The private key never belongs into the repository.
 */
@NullMarked
package glassbox.lab.manifest;

import org.jspecify.annotations.NullMarked;
