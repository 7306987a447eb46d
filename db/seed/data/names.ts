/** First names, as one meets them in companies today; mixed with the invented family names below. */
export const firstNames = [
  ..."Ada Ayse Alina Amir Anke Annika Antje Arne Ayla Bastian Beate Benno Birgit Bogdan Britta Carsten".split(
    " ",
  ),
  ..."Chiara Claas Cornelia Dana Darius Deniz Dörte Edda Eike Elena Elif Emil Enno Esra Fabio Farah".split(
    " ",
  ),
  ..."Femke Finn Franka Friedemann Gerrit Gesine Goran Greta Hanka Hauke Heike Helge Ibrahim Ida Ilka Imke".split(
    " ",
  ),
  ..."Ingo Irina Ivo Jakob Jana Jasmin Jelena Jonte Jule Kaan Katja Kerem Kirsten Konrad Lale Lasse".split(
    " ",
  ),
  ..."Leonie Levent Linh Lotte Ludger Maike Malte Marlene Mehmet Merle Mila Minh Moritz Nadja Nele Nico".split(
    " ",
  ),
  ..."Okan Ole Olga Oskar Paula Pavel Petra Quirin Rabea Ralf Renske Rieke Roland Rosa Ruben Sabine".split(
    " ",
  ),
  ..."Samira Selma Silke Sönke Stefan Svea Tamara Theo Thilo Till Tomke Ulf Ursula Valentin Vera Wiebke".split(
    " ",
  ),
  ..."Xenia Yara Yasin Zeynep".split(" "),
] as const;

/** Family names put together from places and trades; made up, though a telephone book may hold some of them. */
export const familyNames = [
  ..."Ahornthal Aldewey Amselbrink Bachfelden Barghorn Beerenkamp Birkholt Blankmoor Borkenau Brachwitzer".split(
    " ",
  ),
  ..."Brombacher-Au Buchensee Dachsrode Deichgräber Dinkelow Dornwald Drosselmann Ebersquell Eibentaler".split(
    " ",
  ),
  ..."Elmshagen Erlenstieg Eschkötter Falkenruh Farnhorst Federsee Feldlerch Fichtenau Flachsbart Fuhrbrink".split(
    " ",
  ),
  ..."Galgantmoser Ginsterloh Goldammer-Ott Grashoff Grundelwey Habichtswald Haferkorn Hagenbuchner Haselrieth".split(
    " ",
  ),
  ..."Heidbrügger Heckenrath Herbstrieder Himmelpforth Hirsekorn Holunder Immenrode Iltisberg Jasperhude".split(
    " ",
  ),
  ..."Kaltenbrook Kastanier Kiebitzsee Kiefernau Kleewinkel Kornblumer Krähwinkler Kranichfeld Küstenweg".split(
    " ",
  ),
  ..."Lärchenau Lerchenrain Lindenquell Löwenzahner Maienbrink Marderstein Marschwiese Milankamp Mohnfelder".split(
    " ",
  ),
  ..."Moosburgk Mühlengrund Nebelhorster Nesselrodt Nordquell Nusshain Ottersbek Pappelrieth Pirolsee".split(
    " ",
  ),
  ..."Quellenhof Quittenbaum Rabenhorster Rapsfelder Rehwinkel Reiherstieg Rieselfeldt Roggenkämper Rohrdommel".split(
    " ",
  ),
  ..."Salbeyer Sandregen Schafgarber Schilfmoor Schleheneck Schneelehner Schwalbeney Seerosner Silberdistler".split(
    " ",
  ),
  ..."Sonnentau Sperberau Spitzahorn Steinbrecher-Au Storchenegg Süderdiek Tannengrund Taubenhaider Torfstecker".split(
    " ",
  ),
  ..."Uferschwalb Ulmenried Veilchenau Vogelbeerer Wacholder Waldkauzer Wasserliesch Weidenkätz Weißdorner".split(
    " ",
  ),
  ..."Wiesenknopf Windhalmer Winterlinde Wollgraser Ziegelroth Zirbenau Zeisigmann".split(" "),
] as const;
