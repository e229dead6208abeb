/** The HTTP edge of every service: bounded bodies, security headers, errors below the servlet. */
@NullMarked
package glassbox.shell.web;

import org.jspecify.annotations.NullMarked;
