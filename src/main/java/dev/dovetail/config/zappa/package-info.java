/**
 * Zappa's settings: WSGI applications that it packages for AWS Lambda behind API Gateway.
 *
 * <p>A workspace comes in, a unit per stage comes out. The handler is Zappa's own; the entry point is
 * the application that the settings name.
 */
@NullMarked
package dev.dovetail.config.zappa;

import org.jspecify.annotations.NullMarked;
