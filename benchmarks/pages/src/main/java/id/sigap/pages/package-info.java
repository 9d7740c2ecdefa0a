/**
 * {@code ./sigap pages}: a citizen and an officer walk through the pages of a running system, and Lighthouse measures each page as a slow
 * phone would get it. {@link id.sigap.pages.Journey} says which pages, {@link id.sigap.pages.Scorecard} what came of it.
 */
package id.sigap.pages;
