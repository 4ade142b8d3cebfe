/**
 * How each language finds other files: module specifiers, packages, build output.
 *
 * <p>A file and what it asks for come in; a file of the workspace, a library's name or nothing goes
 * out. It knows manifests and folders, and no API.
 */
@NullMarked
package dev.dovetail.link.modules;

import org.jspecify.annotations.NullMarked;
