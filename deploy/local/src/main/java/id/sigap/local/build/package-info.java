/** Turning sources into services with Maven, when and only when something changed. */
package id.sigap.local.build;
