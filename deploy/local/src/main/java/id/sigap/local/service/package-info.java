/** The five services as programs: what they are called, where a build of each lies, how its JVM is started. */
package id.sigap.local.service;
