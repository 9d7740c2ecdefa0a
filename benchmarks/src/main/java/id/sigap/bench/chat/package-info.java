/** Thousands who chat, beside a bare echo on the same framework. */
package id.sigap.bench.chat;
