// SPDX-License-Identifier: GPL-3.0-or-later
// build-gazetteer SUPPLEMENTS OUTPUT: compiles packaged data and our own tables into gazetteer.bin.
#include <exception>

#include <fmt/format.h>

#include "indexer/tools/build_gazetteer/sources.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: build-gazetteer SUPPLEMENTS OUTPUT\n");
    return 2;
  }
  try {
    onrecord::GazetteerWriter out;
    onrecord::add_scowl(out, "/usr/share/dict/scowl");
    onrecord::add_link_grammar(out, "/usr/share/link-grammar/en/words");
    onrecord::add_faker(out, "/usr/share/php/Faker/Provider");
    onrecord::add_iso_codes(out, "/usr/share/iso-codes/json");
    onrecord::add_geonames(out);
    onrecord::add_gweather(out, "/usr/share/libgweather-4/Locations.xml");
    onrecord::add_wordnet(out, "/usr/share/wordnet");
    onrecord::add_supplements(out, argv[1]);
    onrecord::add_local_names(out, "/usr/share/locale");
    onrecord::add_dictionary(out, "/usr/share/dict/ngerman", "de");
    onrecord::add_dictionary(out, "/usr/share/dict/spanish", "es");
    onrecord::add_dictionary(out, "/usr/share/dict/french", "fr");
    out.write(argv[2]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "build-gazetteer: {}\n", error.what());
    return 4;
  }
  return 0;
}
