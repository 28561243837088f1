// Names of people whose records an office keeps in Latin letters, by where the name comes from.

import { wordList } from './named';

export const latinOrigins = ['english', 'indian', 'filipino', 'french'] as const;
export type LatinOrigin = (typeof latinOrigins)[number];

export interface LatinBank {
  readonly male: readonly string[];
  readonly female: readonly string[];
  readonly surnames: readonly string[];
  /** As the office writes it in the nationality box. */
  readonly nationality: string;
}

const english = {
  male: `James, Thomas, William, Oliver, George, Daniel, Andrew, Peter, Martin, Robert, Stephen, Simon, Edward, Philip, Graham, Colin, Duncan, Neil, Stuart, Trevor,
    Adam, Luke, Samuel, Benjamin, Callum`,
  female: `Emma, Charlotte, Sophie, Alice, Margaret, Helen, Ruth, Hannah, Rachel, Laura, Claire, Fiona, Gillian, Heather, Judith, Karen, Linda, Nicola, Penelope, Susan,
    Victoria, Amy, Beth, Daisy, Eleanor`,
  surnames: `Ashworth, Barlow, Bennett, Birchall, Blackwood, Bradley, Brandon, Carver, Chambers, Clayton, Cooper, Crawley, Dalton, Dawson, Ellison, Fairfax, Farrow, Fletcher, Garner,
    Gibson, Hadley, Hargreaves, Harland, Holloway, Hughes, Ingram, Jarvis, Kendall, Lambert, Langley, Marlow, Mercer, Norwood, Osborne, Parker, Pemberton, Prescott, Ramsey, Redfern, Sawyer,
    Sheldon, Stanton, Sutton, Thorne, Underwood, Vaughan, Wakefield, Walton, Whitby, Yardley`,
  nationality: 'British',
};

const indian = {
  male: `Rahul, Anil, Sunil, Vijay, Rajesh, Suresh, Ramesh, Arjun, Karthik, Manoj, Naveen, Prakash, Sanjay, Vinod, Ashok, Dinesh, Ganesh, Harish, Imran, Faisal,
    Shahid, Nikhil, Rohit, Amit, Deepak`,
  female: `Priya, Anita, Sunita, Kavita, Lakshmi, Meera, Neha, Pooja, Rekha, Shalini, Sneha, Usha, Divya, Geeta, Asha, Deepa, Jyoti, Nisha, Radha, Swati,
    Ayesha, Farah, Shabnam, Anjali, Kiran`,
  surnames: `Sharma, Verma, Gupta, Patel, Mehta, Shah, Desai, Joshi, Kulkarni, Deshpande, Iyer, Iyengar, Menon, Nair, Pillai, Kurup, Varghese, Thomas, Mathew, Cherian,
    Reddy, Rao, Naidu, Chowdhury, Banerjee, Mukherjee, Chatterjee, Ghosh, Bose, Sen, Das, Dutta, Singh, Gill, Sandhu, Bedi, Kapoor, Malhotra, Khanna, Chopra,
    Agarwal, Bansal, Mittal, Saxena, Trivedi, Pandey, Mishra, Tiwari, Qureshi, Siddiqui`,
  nationality: 'Indian',
};

const filipino = {
  male: `Jose, Juan, Ramon, Antonio, Eduardo, Ricardo, Roberto, Rogelio, Danilo, Reynaldo, Jomar, Jerome, Mark Anthony, John Paul, Rodel, Arnel, Noel, Ernesto, Renato, Alvin,
    Bryan, Dennis, Edwin, Ferdie, Gilbert`,
  female: `Maria Cristina, Rosario, Marites, Jocelyn, Maricel, Rowena, Liza, Analyn, Cherry, Grace, Imelda, Josephine, Lourdes, Maribel, Nenita, Rosalie, Teresita, Vilma, Wilma, Jennilyn,
    Angelica, Beverly, Corazon, Divina, Evelyn`,
  surnames: `Dela Cruz, Reyes, Santos, Garcia, Mendoza, Bautista, Ocampo, Villanueva, Ramos, Castillo, Aquino, Flores, Navarro, Mercado, Pascual, Salazar, Domingo, Manalo, Macaraeg, Dimaculangan,
    Panganiban, Magbanua, Catapang, Lumibao, Tolentino, Evangelista, Soriano, Valdez, Aguilar, Cabrera, Pineda, Samonte, Abad, Alcantara, Baluyot, Cordero, De Guzman, Del Rosario, Enriquez, Fajardo,
    Galang, Hidalgo, Ignacio, Jacinto, Lacson, Mallari, Natividad, Oliveros, Quinto, Sarmiento`,
  nationality: 'Filipino',
};

const french = {
  male: `Antoine, Bernard, Christophe, Damien, Étienne, François, Guillaume, Hervé, Jean-Luc, Julien, Laurent, Luc, Mathieu, Nicolas, Olivier, Pascal, Philippe, Rémi, Sébastien, Thierry,
    Vincent, Xavier, Yves, Benoît, Cédric`,
  female: `Amélie, Brigitte, Camille, Céline, Claudine, Delphine, Élise, Françoise, Geneviève, Hélène, Isabelle, Jeanne, Juliette, Lucie, Madeleine, Margaux, Mathilde, Nathalie, Odile, Pauline,
    Sandrine, Solène, Sylvie, Valérie, Véronique`,
  surnames: `Aubert, Barbier, Beaumont, Bertrand, Bonnet, Bouchard, Boulanger, Carpentier, Chevalier, Clément, Colin, Delacroix, Delmas, Deschamps, Dubois, Duchêne, Dumont, Durand, Fabre, Faure,
    Fontaine, Fournier, Gaillard, Garnier, Gauthier, Gérard, Girard, Guérin, Lacroix, Lambert, Laporte, Leclerc, Lefèvre, Lemoine, Marchand, Mercier, Meunier, Moreau, Morel, Noël,
    Perrin, Picard, Poirier, Renard, Rivière, Rousseau, Roussel, Tessier, Vidal, Vasseur`,
  nationality: 'French',
};

/** The banks, read afresh: nothing is kept between calls. */
export function latinBanks(): Record<LatinOrigin, LatinBank> {
  return { english: read(english), indian: read(indian), filipino: read(filipino), french: read(french) };
}

function read(text: Record<'male' | 'female' | 'surnames' | 'nationality', string>): LatinBank {
  return {
    male: wordList(text.male),
    female: wordList(text.female),
    surnames: wordList(text.surnames),
    nationality: text.nationality,
  };
}
