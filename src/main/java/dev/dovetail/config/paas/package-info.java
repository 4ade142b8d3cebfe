/**
 * What platforms have in common that build a folder of a repository and start processes in it.
 *
 * <p>Start commands, process files and version files come in; what they say goes into a unit's draft.
 * Nothing here knows the config of one platform, or what a platform supports.
 */
@NullMarked
package dev.dovetail.config.paas;

import org.jspecify.annotations.NullMarked;
