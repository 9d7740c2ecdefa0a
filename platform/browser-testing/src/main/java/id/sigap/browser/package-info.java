/** A real browser for tests, and how a program that tests need comes onto the machine. */
package id.sigap.browser;
