/**
 * What tests need of the machine beyond a JDK and git: a browser, ffmpeg, libfaketime. Where it is missing a test is skipped, is counted and says
 * how to get it; {@code ./sigap tools} lists all of it. Where {@code SIGAP_TOOLS_REQUIRED} is set, as in CI, it fails instead.
 */
package id.sigap.testing.tools;
