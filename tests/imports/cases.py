"""Small tables that say one thing and look as if they said another, with what is right of each.

After `=>`: the figures that may be stored (indicator unit gender period kind value, parted by |), then `?` where
something is asked before any of them is, `!` where something is told beside them.
"""

CASES = {
    "figures that look like years": [
        "Nyckeltal;Enhet;2021;2022\nKlagomål;Norr;1990;2011\nKlagomål;Söder;40;50"
        "=>klagomal norr T 2021 outcome 1990|klagomal norr T 2022 outcome 2011"
        "|klagomal soder T 2021 outcome 40|klagomal soder T 2022 outcome 50",
        "Nyckeltal;Enhet;2021;2022\nKlagomål;Norr;40;50\nKlagomål;Söder;1999;2000\nKlagomål;Väst;1;2"
        "=>klagomal norr T 2021 outcome 40|klagomal norr T 2022 outcome 50|klagomal soder T 2021 outcome 1999"
        "|klagomal soder T 2022 outcome 2000|klagomal vast T 2021 outcome 1|klagomal vast T 2022 outcome 2",
        "Enhet;Klagomål 2021;Klagomål 2022\nNorr;1955;2044\nSöder;3;4"
        "=>klagomal norr T 2021 outcome 1955|klagomal norr T 2022 outcome 2044"
        "|klagomal soder T 2021 outcome 3|klagomal soder T 2022 outcome 4",
        "Konto;Nyckeltal;Enhet;2021\n1930;Klagomål;Norr;7\n2440;Klagomål;Söder;8"
        "=>klagomal norr T 2021 outcome 7|klagomal soder T 2021 outcome 8!",
        "Kod;Nyckeltal;2021\n1911;Klagomål;7\n2012;Möten;8=>?",
        "Enhet;Klagomål 2021\nNorr;2021\nSöder;2022"
        "=>klagomal norr T 2021 outcome 2021|klagomal soder T 2021 outcome 2022",
    ],
    "tidy": [
        "År;Enhet;Värde\n2021;Norr;7,5\n2021;Söder;4,5\n2022;Norr;8,5=>?",
        "År;Enhet;Sjukfrånvaro\n2021;Norr;7,5\n2022;Norr;8,5"
        "=>sjuk norr T 2021 outcome 7.5|sjuk norr T 2022 outcome 8.5",
        "År;Kön;Sjukfrånvaro\n2021;Kvinnor;7,5\n2021;Män;4,5"
        "=>sjuk - K 2021 outcome 7.5|sjuk - M 2021 outcome 4.5",
        "year,gender,municipality,Sjukfrånvaro\n2021,K,Storköping,7.5\n2021,M,Storköping,4.5"
        "=>sjuk - K 2021 outcome 7.5|sjuk - M 2021 outcome 4.5",
        "Månad;Enhet;Klagomål\n2021-03;Norr;7\n2021-04;Norr;9"
        "=>klagomal norr T 2021-03 outcome 7|klagomal norr T 2021-04 outcome 9",
        ';year;Enhet;Sjukfrånvaro\n1;2021;Norr;7,5\n2;2022;Norr;8,5'
        "=>sjuk norr T 2021 outcome 7.5|sjuk norr T 2022 outcome 8.5!",
        "År;Enhet;Klagomål\n2021;Norr;1990\n2022;Norr;2024"
        "=>klagomal norr T 2021 outcome 1990|klagomal norr T 2022 outcome 2024",
        "År;Månad;Enhet;Klagomål\n2021;3;Norr;7\n2021;4;Norr;9=>!",
    ],
    "columns that nobody knows": [
        "Indikator;Enhet;Period;Värde;Ålder\nSjukfrånvaro;Norr;2021;7,5;16-24=>?",
        "Nyckeltal;Ålder;2021\nSjukfrånvaro;30-49 år;7,5=>?",
        "Nyckeltal;Arbetsplats;2021\nSjukfrånvaro;Teamet;7,5=>?",
        "Indikator;Förvaltning;Period;Värde\nSjukfrånvaro;Skola;2021;7,5=>?",
        "Indikator;Period;Anställningsform;Värde\nSjukfrånvaro;2021;Vikarie;7,5=>?",
        "Indikator;Enhet;Period;Kategori;Värde\nSjukfrånvaro;Norr;2021;Chefer;7,5=>?",
        "Indikator;Enhet;Period;Periodtyp;Värde\nSjukfrånvaro;Norr;2021-08;Rullande 12;7,5=>?",
        "Indikator;Enhet;Period;Ackumulerat;Värde\nKlagomål;Norr;2021-08;ja;7=>?",
        "Nyckeltal;Enhet;Regi;2021\nSjukfrånvaro;Norr;Privat;7,5=>?",
        "Indikator;Enhet;Sex;Period;Värde\nSjukfrånvaro;Norr;K;2021;7,5=>sjuk norr K 2021 outcome 7.5",
        "Indikator;Enhet;Period;Budget;Prognos;Utfall\nKostnad;Norr;2021;100;105;90"
        "=>kostnad norr T 2021 budget 100|kostnad norr T 2021 forecast 105|kostnad norr T 2021 outcome 90",
        "Indikator;Enhet;Period;Värde;Extra\nSjukfrånvaro;Norr;2021;7,5;3=>sjuk norr T 2021 outcome 7.5!",
        "Indikator;Kod;Enhet;Period;Värde\nSjukfrånvaro;soder;Norr;2021;7,5=>!",
        "Indikator;Kod;Enhet;Period;Värde\nSjukfrånvaro;norr;Norr;2021;7,5=>sjuk norr T 2021 outcome 7.5!",
        "Enhet;Enhet;Nyckeltal;2021\nNorr;Söder;Klagomål;7=>!",
        "Korttid;Nyckeltal;Enhet;2021\nx;Sjukfrånvaro;Norr;7,5=>?",
        "Nyckeltal;Enhet;2021 korttid;2021 långtid\nSjukfrånvaro;Norr;1,5;2,5=>?",
        "Nyckeltal;Enhet;16-24 år;25-64 år\nSjukfrånvaro;Norr;1,5;2,5=>?",
    ],
    "other municipalities": [
        "kpi,municipality,year,gender,value\nN00090,Lillstad,2021,T,7.5\nN00090,Storköping,2021,T,9.5"
        "=>sjuk - T 2021 outcome 9.5!",
        "Nyckeltal;Kommun;Period;Kön;Värde\nN00090;Lillstad;2021;T;7,5=>!",
        "kpi;municipality;period;gender;count;value\nN00090;0481;2021;T;1;7,5=>sjuk - T 2021 outcome 7.5!",
        "kpi;municipality;period;gender;count;value\nN00090;1490;2021;T;1;7,5=>!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;7,5\nSjukfrånvaro;Storköping;6,5=>sjuk norr T 2021 outcome 7.5!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;7,5\nSjukfrånvaro;Kommunen;6,5=>sjuk norr T 2021 outcome 7.5!",
        "kpi,period,gender,value,isdeleted\nN00090,2021,T,7.5,false\nN00090,2021,K,8.5,true"
        "=>sjuk - T 2021 outcome 7.5!",
    ],
    "words around the table": [
        "Enhet: Norr\n\nNyckeltal;2021;2022\nSjukfrånvaro;5,5;9,5=>?",
        "Norr – kvalitetsmått\n\nNyckeltal;2021\nSjukfrånvaro;5,5=>?",
        "Teamet Solrosen\n\nNyckeltal;2021\nSjukfrånvaro;5,5=>?",
        "Mål och budget 2030\n\nNyckeltal;Enhet;2021\nSjukfrånvaro;Norr;5,5=>?",
        "Möte i mars\n\nNyckeltal;Enhet;2021\nSjukfrånvaro;Norr;5,5=>sjuk norr T 2021 outcome 5.5!",
        "Så läser man tabellen\n\nNyckeltal;Enhet;2021\nSjukfrånvaro;Norr;5,5=>sjuk norr T 2021 outcome 5.5!",
        "Kvinnor\n\nNyckeltal;Enhet;2021\nSjukfrånvaro;Norr;5,5=>?",
        "Uppföljning 2025\n\nNyckeltal;Enhet;2021 Utfall;2022 Utfall\nSjukfrånvaro;Norr;5,5;6,5"
        "=>sjuk norr T 2021 outcome 5.5|sjuk norr T 2022 outcome 6.5!",
        "Sjukfrånvaro\n\nEnhet;2021\nNorr;5,5=>?",
        "Sjukfrånvaro 2021\n\nEnhet;jan;feb\nNorr;5,5;6,5=>?",
        "Sjukfrånvaro;;\nÅr;Kvinnor;Män\n2021;7,5;8,5=>?",
        "Belopp i mnkr\n\nNyckeltal;Enhet;2021\nKostnad;Norr;1,5=>?",
    ],
    "texts between the rows": [
        "Enhet;2021\nSjukfrånvaro\nNorr;5,5\nKlagomål\nSöder;8"
        "=>sjuk norr T 2021 outcome 5.5|klagomal soder T 2021 outcome 8",
        "Sjukfrånvaro;2021\nNorr;5,5\nOkända laget\nKvinnor;8,5\nMän;4,5=>?",
        "Sjukfrånvaro;2021\nNorr;5,5\nOkända laget;6,5\nKvinnor;8,5\nMän;4,5=>sjuk norr T 2021 outcome 5.5!",
        "Nyckeltal;2021\nNorra distriktet\nSjukfrånvaro;5,5=>?",
        "Sjukfrånvaro;2021;;Klagomål;2021\nNorr;5,5;;Söder;8"
        "=>sjuk norr T 2021 outcome 5.5|klagomal soder T 2021 outcome 8",
        "Nyckeltal;Enhet;Korttid;Korttid\n;;2021;2022\nSjukfrånvaro;Norr;1,5;2,5=>?",
    ],
    "free text": [
        "Nyckeltal;Enhet;Ansvarig;2021\nSjukfrånvaro;Norr;Maj i Norr;5,5=>sjuk norr T 2021 outcome 5.5!",
        "Nyckeltal;Enhet;Mäts;2021\nSjukfrånvaro;Norr;kvartal 1;5,5=>?",
        "Nyckeltal;Enhet;Klass;2021\nSjukfrånvaro;Norr;K;5,5=>?",
        "Nyckeltal;Enhet;Åtgärd;2021\nSjukfrånvaro;Norr;plan 2022;5,5=>sjuk norr T 2021 outcome 5.5!",
        "Nyckeltal;Enhet;Mätomgång;2021\nSjukfrånvaro;Norr;T2;5,5=>?",
    ],
    "measures": [
        "Nyckeltal;Enhet;2021\nKostnad;Norr;1,5 mnkr=>kostnad norr T 2021 outcome 1500!",
        "Nyckeltal;Enhet;2021\nKostnad;Norr;1 500 000 kr=>kostnad norr T 2021 outcome 1500!",
        "Nyckeltal;Enhet;2021\nKostnad;Norr;150 tkr=>kostnad norr T 2021 outcome 150",
        "Nyckeltal;Enhet;Utfall 2021, mnkr\nKostnad;Norr;2=>kostnad norr T 2021 outcome 2000!",
        "Nyckeltal;Enhet;Måttenhet;2021\nKostnad;Norr;mnkr;2=>kostnad norr T 2021 outcome 2000!",
        "Nyckeltal;Enhet;2021\nKlagomål;Norr;7 %=>!",
        "Nyckeltal;Enhet;Andel 2021\nKlagomål;Norr;7=>!",
        "Nyckeltal;Enhet;Antal 2021\nSjukfrånvaro;Norr;7=>!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;1,2 p.e.=>!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;7,5 %=>sjuk norr T 2021 outcome 7.5",
        "Indikator;Enhet;Period;Värde\nKostnad;Norr;2021;2 mnkr=>kostnad norr T 2021 outcome 2000!",
        "Indikator;Enhet;Period;Värde\nKlagomål;Norr;2021;4 %=>!",
        "Indikator;Enhet;Period;Sort;Värde\nKlagomål;Norr;2021;%;4=>!",
        "Nyckeltal;Enhet;2021\nKostnad;Norr;1.500=>kostnad norr T 2021 outcome 1.5!",
        "Nyckeltal;Enhet;2021\nKostnad;Norr;1,234=>kostnad norr T 2021 outcome 1.234!",
        "Indikator;Enhet;Period;Värde\nKostnad;Norr;2021;12.345=>kostnad norr T 2021 outcome 12.345!",
    ],
    "days and shifted cells": [
        "Nyckeltal;Enhet;Utfall 2021\nSjukfrånvaro;Norr;5,5\nSjukfrånvaro;Söder;2025-10-05\nSjukfrånvaro;Väst;6,5"
        "=>sjuk norr T 2021 outcome 5.5|sjuk vast T 2021 outcome 6.5!",
        "Nyckeltal;Enhet;Utfall 2021\nSjukfrånvaro;Söder;2025-10-05\nSjukfrånvaro;Väst;6,5"
        "=>sjuk vast T 2021 outcome 6.5!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;2025-02-01;5,5\nSjukfrånvaro;Norr;6,5=>sjuk norr T 2021 outcome 6.5!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;2025;5,5\nSjukfrånvaro;Norr;6,5=>sjuk norr T 2021 outcome 6.5!",
        "Sjukfrånvaro;Norr;2021;7,5\nSjukfrånvaro;Söder;2021;5,5=>!",
        "Nyckeltal\nSjukfrånvaro=>!",
    ],
    "lines of text": [
        "Indikator;Enhet;Period;Värde\nSjukfrånvaro;Norr;2021;5,5\nSjukfrånvaro;Söder;2021;6,5;7"
        "=>sjuk norr T 2021 outcome 5.5!",
        "Nyckeltal,Enhet,2021,2022\nSjukfrånvaro,Norr,7,5,8,5=>!",
    ],
    "periods": [
        "Nyckeltal;Enhet;202101;202102;202103;202104;202201\nSjukfrånvaro;Norr;1,5;2,5;3,5;4,5;5,5=>?",
        "Nyckeltal;Enhet;202105;202106\nKlagomål;Norr;1;2"
        "=>klagomal norr T 2021-05 outcome 1|klagomal norr T 2021-06 outcome 2",
        "Nyckeltal;Enhet;2020/2021\nSjukfrånvaro;Norr;1,5=>?",
        "Nyckeltal;Enhet;2020/21\nSjukfrånvaro;Norr;1,5=>?",
        "Nyckeltal;Enhet;202021;202122\nSjukfrånvaro;Norr;1,5;2,5=>?",
        "Nyckeltal;Enhet;okt;nov;dec;jan\nKlagomål;Norr;1;2;3;4=>?",
        "Typ;Enhet;Nyckeltal;2021\nBudget;Norr;Kostnad;51\n;Söder;Kostnad;52=>kostnad norr T 2021 budget 51!",
        "Indikator;Enhet;Period;Värde\nSjukfrånvaro;Norr;2021-12-31;7,5=>sjuk norr T 2021-12 outcome 7.5!",
        "Nyckeltal;Enhet;okt 2021\nSjukfrånvaro;Norr;7,5=>sjuk norr T 2021-10 outcome 7.5!",
        "Enhet;Period;Sjukfrånvaro kvinnor;Sjukfrånvaro män\nNorr;2021;7,5;8,5"
        "=>sjuk norr K 2021 outcome 7.5|sjuk norr M 2021 outcome 8.5",
        "Nyckeltal;Enhet;2021;2022\nSjukfrånvaro 2021;Norr;7,5;8,5=>sjuk norr T 2021 outcome 7.5!",
    ],
    "months over a new year": [
        "Klagomål 2023;okt;nov;dec;jan\nNorr;1;2;3;4=>?",
        "Klagomål;2023;;;\n;okt;nov;dec;jan\nNorr;1;2;3;4=>?",
        "Klagomål 2023;feb;jan;dec;nov\nNorr;1;2;3;4=>?",
        "Klagomål 2023;dec;jan\nNorr;1;2=>?",
        "Klagomål 2023;kv 4;kv 1;kv 2\nNorr;1;2;3=>?",
        "Klagomål 2023;sep-dec;jan-apr\nNorr;1;2=>?",
        "Klagomål 2023;apr;aug;dec;feb;jan\nNorr;1;2;3;4;5=>?",
        "Månad;Enhet;Klagomål 2023\nokt;Norr;1\njan;Norr;2\nokt;Söder;3\njan;Söder;4=>?",
        "Klagomål;2022;;;2023;\n;okt;nov;dec;jan;feb\nNorr;1;2;3;4;5"
        "=>klagomal norr T 2022-10 outcome 1|klagomal norr T 2022-11 outcome 2|klagomal norr T 2022-12 outcome 3"
        "|klagomal norr T 2023-01 outcome 4|klagomal norr T 2023-02 outcome 5",
        "Klagomål 2023;okt 2022;nov 2022;jan 2023\nNorr;1;2;3=>klagomal norr T 2023-01 outcome 3!",
        "Klagomål 2023;dec;nov;okt\nNorr;1;2;3"
        "=>klagomal norr T 2023-10 outcome 3|klagomal norr T 2023-11 outcome 2|klagomal norr T 2023-12 outcome 1",
        "Klagomål 2023;Utfall nov;Utfall dec;Budget nov;Budget dec\nNorr;1;2;3;4"
        "=>klagomal norr T 2023-11 outcome 1|klagomal norr T 2023-12 outcome 2"
        "|klagomal norr T 2023-11 budget 3|klagomal norr T 2023-12 budget 4",
        "Månad;Enhet;Klagomål 2023\njan;Norr;1\nfeb;Norr;2\njan;Söder;3\nfeb;Söder;4"
        "=>klagomal norr T 2023-01 outcome 1|klagomal norr T 2023-02 outcome 2"
        "|klagomal soder T 2023-01 outcome 3|klagomal soder T 2023-02 outcome 4",
    ],
    "rows that have moved": [
        "Nyckeltal;Enhet;2021;2022\nKlagomål;Norr;7;8\n;Klagomål;Söder;1990\nKlagomål;Söder;8;9"
        "=>klagomal norr T 2021 outcome 7|klagomal norr T 2022 outcome 8"
        "|klagomal soder T 2021 outcome 8|klagomal soder T 2022 outcome 9!",
        "Enhet;2021;2022\nKlagomål\nNorr;7;8\n;Söder;1990\nVäst;8;9"
        "=>klagomal norr T 2021 outcome 7|klagomal norr T 2022 outcome 8"
        "|klagomal vast T 2021 outcome 8|klagomal vast T 2022 outcome 9!",
        "Klagomål;2021;2022\nNorr;7;8\n;1990\nVäst;8;9"
        "=>klagomal norr T 2021 outcome 7|klagomal norr T 2022 outcome 8"
        "|klagomal vast T 2021 outcome 8|klagomal vast T 2022 outcome 9!",
        "Nyckeltal;Enhet;2021;2022\nKlagomål;Norr;7;8\nKlagomål;1999;2000\nKlagomål;Söder;8;9"
        "=>klagomal norr T 2021 outcome 7|klagomal norr T 2022 outcome 8"
        "|klagomal soder T 2021 outcome 8|klagomal soder T 2022 outcome 9!",
        "Nyckeltal;Enhet;2021;2022\nKlagomål;Norr;7;8\nNorr;2001\nKlagomål;Söder;8;9"
        "=>klagomal norr T 2021 outcome 7|klagomal norr T 2022 outcome 8!",
        "Klagomål;2021;2022\nNorr;7;8\nVäst;8;9\n\nSjukfrånvaro;2021;2022\nNorr;1,5;2,5"
        "=>klagomal norr T 2021 outcome 7|klagomal norr T 2022 outcome 8|klagomal vast T 2021 outcome 8"
        "|klagomal vast T 2022 outcome 9|sjuk norr T 2021 outcome 1.5|sjuk norr T 2022 outcome 2.5",
    ],
    "cells left empty": [
        "Klagomål;2021;2022\nNorr;7;8\n;12;13"
        "=>klagomal norr T 2021 outcome 7|klagomal norr T 2022 outcome 8!",
        "Nyckeltal;Enhet;2021\nKlagomål;Norr;7\nMöten;;8"
        "=>klagomal norr T 2021 outcome 7|moten norr T 2021 outcome 8!",
        "Nyckeltal;Enhet;Kön;2021\nSjukfrånvaro;Norr;Kvinnor;5,5\nSjukfrånvaro;Norr;;6,5"
        "=>sjuk norr K 2021 outcome 5.5!",
        "Sjukfrånvaro;;2021\nNorr;Kvinnor;5,5\n;Män;6,5=>sjuk norr K 2021 outcome 5.5|sjuk norr M 2021 outcome 6.5",
        "Indikator;Enhet;Period;Slag;Värde\nKostnad;Norr;2021;Budget;5\nKostnad;Söder;2021;;6"
        "=>kostnad norr T 2021 budget 5|kostnad soder T 2021 outcome 6!",
        "Indikator;Enhet;Period;Kön;Värde\nSjukfrånvaro;Norr;2021;K;5,5\nSjukfrånvaro;Norr;2021;;6,5"
        "=>sjuk norr K 2021 outcome 5.5|sjuk norr T 2021 outcome 6.5!",
        "Indikator;Enhet;Period;Slag;Värde\nKostnad;Norr;2021;;5\nKostnad;Söder;2021;;6"
        "=>kostnad norr T 2021 outcome 5|kostnad soder T 2021 outcome 6",
        "År;Enhet;Slag;Kostnad\n2021;Norr;Budget;5\n2021;Söder;;6=>kostnad norr T 2021 budget 5!",
    ],
    "hardly possible": [
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;720=>sjuk norr T 2021 outcome 720!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;-12=>sjuk norr T 2021 outcome -12!",
        "Nyckeltal;Enhet;2021\nKlagomål;Norr;-12=>klagomal norr T 2021 outcome -12!",
        "Nyckeltal;Enhet;2049\nKlagomål;Norr;12=>klagomal norr T 2049 outcome 12!",
        "Nyckeltal;Enhet;1924\nKlagomål;Norr;12=>klagomal norr T 1924 outcome 12!",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;0,85=>sjuk norr T 2021 outcome 0.85!",
    ],
    "plain": [
        "Nyckeltal;Enhet;2021;2022\nSjukfrånvaro;Norr;7,5;8,5"
        "=>sjuk norr T 2021 outcome 7.5|sjuk norr T 2022 outcome 8.5",
        "Indikator;Enhet;Period;Värde\nSjukfrånvaro;Norr;2021;7,5=>sjuk norr T 2021 outcome 7.5",
        "Sjukfrånvaro;2021\nNorr;7,5\nSöder;6,5=>sjuk norr T 2021 outcome 7.5|sjuk soder T 2021 outcome 6.5",
        "Nyckeltal;Enhet;Utfall 2021;Prognos 2022;Budget 2022\nKostnad;Norr;7;8;9"
        "=>kostnad norr T 2021 outcome 7|kostnad norr T 2022 forecast 8|kostnad norr T 2022 budget 9",
        "Nyckeltal;Norr;Söder\nÅr;2021;2021\nSjukfrånvaro;7,5;8,5"
        "=>sjuk norr T 2021 outcome 7.5|sjuk soder T 2021 outcome 8.5",
        "Enhet;Kvinnor 2021;Män 2021\nSjukfrånvaro\nNorr;7,5;8,5"
        "=>sjuk norr K 2021 outcome 7.5|sjuk norr M 2021 outcome 8.5",
        "Nyckeltal;Enhet;2021;2022\nSjukfrånvaro;Norr;..;x"
        "=>sjuk norr T 2021 outcome None|sjuk norr T 2022 outcome None",
        "Nyckeltal;Enhet;2021\nSjukfrånvaro;Norr;5,3¹=>sjuk norr T 2021 outcome 5.3",
        "Sjukfrånvaro;2021\nNorr;7,5\nSöder;6,5\nSumma;14"
        "=>sjuk norr T 2021 outcome 7.5|sjuk soder T 2021 outcome 6.5!",
        "Nyckeltal;Enhet;2021\nSumma av besök;Norr;40=>besok norr T 2021 outcome 40",
    ],
}  # fmt: skip
