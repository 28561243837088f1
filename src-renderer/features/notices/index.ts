// The public face of notices.

export { NoticeBanners } from './NoticeBanners';
