/**
 * The ids of GraphSense's taxonomy of concepts (`concepts.yaml`, MIT licence, GraphSense 2022): what a tag's `category`,
 * `concepts` and `abuse` may name. GraphSense's validator rejects a TagPack with any other.
 */
const concepts = `
  abuse account_hack atm behaviour black_list child_sexual_abuse coinjoin cold_wallet collectible concept
  counterfeit dark_web data_breach defi defi_bridge defi_custody defi_dao defi_derivative defi_dex defi_dex_pair defi_lending
  defi_staking defi_token deployer deposit_wallet donation drugs entity escrow_wallet exchange exploit extortion
  extremism faucet filesharing financial_crime forum_mention funder gambling gov_black_list gov_white_list
  gray_usage hacking hosting hot_wallet human_trafficking ico_wallet index investment_fraud item malware market
  mention messaging_service miner mining_service mixing mixing_service money_laundering murder nameservice
  organization payment_card_fraud payment_processor perpetrator phishing ponzi_scheme pyramid_scheme ransomware
  sanction scam search_engine service service_hack sextortion sexual_abuse shop social_engineering source
  terrorism terrorism_financing torture unknown user victim violence vpn wallet_service warm_wallet weapons
  website_mention white_list white_usage
`;

export const graphsenseConcepts: ReadonlySet<string> = new Set(concepts.trim().split(/\s+/));

/** The ids that a tag's `tag_type` may name (`tag_types.csv`). */
export const graphsenseTagTypes: ReadonlySet<string> = new Set(['actor', 'event', 'attribute', 'mention']);
