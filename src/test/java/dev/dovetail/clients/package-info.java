/** The programs through which people meet Dovetail, as far as they are installed. */
@NullMarked
package dev.dovetail.clients;

import org.jspecify.annotations.NullMarked;
